using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>Asks for the reloads that nobody asks for by hand: on a save, a pause in typing, a change on disk.</summary>
internal sealed class ReloadTriggers : IDisposable
{
    readonly SessionServices _services;
    readonly SessionStatus _status;
    readonly UnattendedReloads _unattended;
    readonly Debounce _typing;
    readonly SpeculationTrigger _ahead;
    volatile ReloadScheduler? _scheduler;

    public ReloadTriggers(SessionServices services, SessionStatus status, UnattendedReloads unattended, ProgramText text)
    {
        _services = services;
        _status = status;
        _unattended = unattended;
        _typing = new(Publish, services.Time);
        _ahead = new(services, status, text);
    }

    /// <summary>A program runs that can take reloads.</summary>
    /// <param name="scheduler">What makes them.</param>
    /// <param name="run">What compiles ahead.</param>
    /// <param name="caughtUp">The text that the program was started with.</param>
    public void Connect(ReloadScheduler scheduler, ISpeculativeRun run, SnapshotId caughtUp)
    {
        _scheduler = scheduler;
        _ahead.Connect(run);

        // What was published while the program was being started has asked nobody yet.
        if (_services.Buffers.Snapshot.Id > caughtUp)
        {
            Published(ReloadCause.Save);
        }
    }

    /// <summary>Until the next program runs there is nothing to reload.</summary>
    public void Disconnect()
    {
        _scheduler = null;
        _ahead.Disconnect();
    }

    public void SetPaused(PauseState pause)
    {
        _status.Change(status => status with { Paused = pause == PauseState.Paused });
        if (pause == PauseState.Running)
        {
            Trigger(ReloadCause.Manual);
        }
    }

    public void SetMode(ReloadMode mode)
    {
        _status.Change(status => status with { Mode = mode });
        if (mode == ReloadMode.Type)
        {
            _typing.Call(_services.Options.DebounceOnType);
        }
        else
        {
            _typing.Cancel();
        }
    }

    /// <summary>A buffer changed on the user's screen.</summary>
    public void Typed(string path)
    {
        _ahead.Typed(path);
        if (_status.Current is { Mode: ReloadMode.Type, Paused: false })
        {
            _typing.Call(_services.Options.DebounceOnType);
        }
    }

    /// <summary>The text that reloads are made from has changed.</summary>
    public void Published(ReloadCause cause)
    {
        if (_status.Current is { Mode: not ReloadMode.Manual, Paused: false })
        {
            Trigger(cause);
        }
    }

    public void Dispose()
    {
        _typing.Dispose();
        _ahead.Dispose();
    }

    void Publish()
    {
        // A pause may have come while the quiet time ran.
        if (!_status.Current.Paused && _services.Buffers.PublishAll() == BufferUpdate.Published)
        {
            Trigger(ReloadCause.Keystroke);
        }
    }

    void Trigger(ReloadCause cause)
    {
        if (_scheduler is { } scheduler)
        {
            _ = _unattended.WatchAsync(scheduler.RequestAsync(cause));
        }
    }
}
