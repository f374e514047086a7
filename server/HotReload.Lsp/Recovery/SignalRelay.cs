using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Recovery;

/// <summary>Keeps what a program's agent says until there is somebody to hear it: the program is met before its projects are loaded.</summary>
internal sealed class SignalRelay
{
    readonly Lock _gate = new();
    readonly List<Action<ProgramSignals>> _kept = [];
    ProgramSignals? _target;

    /// <summary>What the program is given.</summary>
    public ProgramSignals Signals => new()
    {
        ModuleLoaded = (ModuleReload module) => Tell(signals => signals.ModuleLoaded?.Invoke(module)),
        Faulted = fault => Tell(signals => signals.Faulted?.Invoke(fault)),
        Called = (MethodCall call) => Tell(signals => signals.Called?.Invoke(call)),
        Threw = (MemberFailure thrown) => Tell(signals => signals.Threw?.Invoke(thrown)),
        HandlerFailed = (HandlerFailure failure) => Tell(signals => signals.HandlerFailed?.Invoke(failure)),
        PageNoticed = (IProgramPages pages, PageNotice notice) => Tell(signals => signals.PageNoticed?.Invoke(pages, notice)),
    };

    /// <summary>From now on somebody hears it, beginning with what was kept.</summary>
    public void Connect(ProgramSignals target)
    {
        lock (_gate)
        {
            _target = target;
            _kept.ForEach(signal => signal(target));
            _kept.Clear();
        }
    }

    void Tell(Action<ProgramSignals> signal)
    {
        lock (_gate)
        {
            if (_target is null)
            {
                _kept.Add(signal);
                return;
            }
        }

        signal(_target);
    }
}
