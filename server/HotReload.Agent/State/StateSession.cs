using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.Agent.State.Capture;
using HotReload.Agent.State.Checks;
using HotReload.Agent.State.Formats;
using HotReload.Agent.State.Restore;
using HotReload.Agent.State.Roots;
using HotReload.Agent.State.Services;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State;

/// <summary>The program's state, as the server asks for it. Nothing of it is compiled before it is asked for.</summary>
sealed class StateSession(HostWatch hosts, Predicate<string> hasChanged)
{
    readonly TimeProvider _time = TimeProvider.System;
    readonly object _gate = new();
    MarkScan? _marks;
    CrashState? _crash;
    MarkedStateCheck? _check;

    /// <summary>Finds out what changes leave as it was.</summary>
    public MarkedStateCheck Check => _check ??= new(hosts);

    /// <summary>Restores a start's state before the program's own code runs, and tells the server; what has no place yet follows.</summary>
    public void Start(AgentRestore request, Action<byte[]> tell)
    {
        try
        {
            var restore = StateRestore.Open(request, _time);
            restore.RunStatics();
            if (request.Crash is { } crash)
            {
                OnCrash(crash);
            }

            tell(StateJson.Restored(restore.Report));
            if (restore.IsWaiting)
            {
                new LateRestore(restore, hosts, tell).Begin();
            }
        }
        catch (Exception exception)
        {
            // Whatever it is, the program starts, with the state of a fresh start.
            tell(StateJson.Restored(StateRestore.Refused(exception)));
        }
    }

    /// <summary>Writes the program's state to a file.</summary>
    public AgentStateReport Capture(AgentCapture request)
    {
        // A crash may come while the server asks.
        lock (_gate)
        {
            return new StateCapture(new(request.Assemblies), hosts.Hosts, _marks ??= new(hasChanged), _time).Run(request);
        }
    }

    /// <summary>From now on a crash writes the program's state to a file. Where there are marks, a capture is rehearsed.</summary>
    /// <returns>A report that says only whether there are.</returns>
    public AgentStateReport Watch(AgentCapture request)
    {
        OnCrash(request);
        lock (_gate)
        {
            _marks ??= new(hasChanged);
            if (Array.Exists(new SessionAssemblies(request.Assemblies).Loaded(), _marks.MayHave))
            {
                Rehearsal.Run(request.Limits);
            }

            Check.Use(request, _marks);
        }

        return new([], Check.HasMarks ? 1 : 0, 0, 0);
    }

    void OnCrash(AgentCapture request)
    {
        if (_crash is null)
        {
            _crash = new(this);
            _crash.Begin();
        }

        _crash.Request = request;
    }

    /// <summary>Brings the running program to the state in a file.</summary>
    public AgentStateReport Restore(AgentRestore request)
    {
        try
        {
            var restore = StateRestore.Open(request, _time);
            restore.RunStatics();
            Array.ForEach(hosts.Hosts, restore.RunServices);
            return restore.Report;
        }
        catch (StateFormatException exception)
        {
            return StateRestore.Refused(exception);
        }
    }
}
