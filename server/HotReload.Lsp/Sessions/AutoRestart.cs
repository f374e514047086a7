using HotReload.Core.Buffers;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;

namespace HotReload.Lsp.Sessions;

/// <summary>
/// Restarts a session's program without being asked, where the user has said so and a restart would help. It would not where the
/// restart before has not settled the same text: it would be followed by the next for ever. Which faults it helps, and how often, the
/// recovery table says.
/// </summary>
internal sealed class AutoRestart
{
    readonly SessionServices _services;
    readonly SessionStatus _status;
    readonly Action _restart;
    readonly Lock _gate = new();
    readonly CrashLoop _crashes;
    readonly SessionRecoveries _recoveries;
    readonly UnsettledReasons _unsettled = new();
    ReloadResult? _last;

    /// <summary>The text at the beginning of the restart that goes on; null where the program is started for the first time.</summary>
    Snapshot? _begunWith;
    int _poisonings;
    bool _isStale;
    bool _isAsked;

    /// <param name="services">The settings and the published text.</param>
    /// <param name="status">What the session is doing.</param>
    /// <param name="restart">Begins a restart and does not wait for it. It tells of itself by <see cref="Begun"/>.</param>
    public AutoRestart(SessionServices services, SessionStatus status, Action restart)
    {
        (_services, _status, _restart) = (services, status, restart);
        _recoveries = new(status.Current.Session, services.Recoveries);
        _crashes = new(StartAgain, TellOfCrash, TellOfEnd, services.Time);
    }

    /// <summary>A reload has ended.</summary>
    public void ReloadEnded(ReloadResult result)
    {
        lock (_gate)
        {
            _last = result;
            if (result.Cause == ReloadCause.Restart)
            {
                // It was held: what runs goes on.
                _begunWith = null;
            }

            if (_isStale)
            {
                Ask();
            }
            else if (_begunWith is null && FaultOf(result) is { } fault)
            {
                // While a restart goes on, its program has the text of this reload, or brings it along after its start.
                Take(fault, Ask);
            }

            Settle(result);
        }
    }

    /// <summary>A file was saved: a restart that had to build from the disk can settle now what it could not.</summary>
    public void Saved()
    {
        lock (_gate)
        {
            _unsettled.Clear();
            if (_last is { } result && _status.Current.State == SessionState.RestartRequired && FaultOf(result) is { } fault)
            {
                Take(fault, AskUnlessHeldBack);
            }
        }
    }

    /// <summary>A file that says how the program is built has changed.</summary>
    public void ProjectChanged()
    {
        lock (_gate)
        {
            // A session that waits to be told takes it along with its next reload.
            _isStale = true;
            AskUnlessHeldBack();
        }
    }

    /// <summary>A file that says how the program is built has changed while it was being built. The next reload takes it along.</summary>
    public void Outrun()
    {
        lock (_gate)
        {
            _isStale = true;
        }
    }

    /// <summary>There is new text: it may mend what kept the program from being started again.</summary>
    public void Published()
    {
        lock (_gate)
        {
            _crashes.Renewed();
            _poisonings = 0;
            if (_status.Current.State == SessionState.Error)
            {
                AskUnlessHeldBack();
            }
        }
    }

    /// <summary>The program's code fails because of a change that it has taken.</summary>
    public void Faulted()
    {
        lock (_gate)
        {
            Take(Fault.ProgramPoisoned, AskUnlessHeldBack);
        }
    }

    /// <summary>The program failed and has ended. It is started again, but not for ever: see <see cref="CrashLoop"/>.</summary>
    public void Crashed()
    {
        if (_services.Options.Restart == RestartPolicy.Auto)
        {
            _crashes.Crashed();
        }
    }

    /// <summary>A restart begins, whoever asked for it.</summary>
    public void Begun()
    {
        lock (_gate)
        {
            _last = null;
            _begunWith = _services.Buffers.Snapshot;
            _isStale = false;
            _isAsked = false;
        }
    }

    /// <summary>The program was started, or started again.</summary>
    /// <param name="result">What there was to say; null where there was nothing.</param>
    /// <param name="text">What that was said of.</param>
    public void Ended(ReloadResult? result, Snapshot text)
    {
        lock (_gate)
        {
            _last = result;
            var isNews = _unsettled.Take(result, text, _begunWith);
            _recoveries.End(RecoveryOutcome.Recovered, null);
            if (isNews && FaultOf(result!) is { } fault)
            {
                Take(fault, AskUnlessHeldBack);
            }

            _begunWith = null;
        }
    }

    /// <summary>The program could not be started again.</summary>
    public void Failed(string reason)
    {
        lock (_gate)
        {
            _begunWith = null;
            _recoveries.End(RecoveryOutcome.Failed, reason);
        }
    }

    void TellOfCrash(int time, int of) => _recoveries.Begin(
        Fault.ProgramCrashed, RecoveryAction.RestartProgram, $"The program crashed; it is started again ({time} of {of}).");

    void TellOfEnd() => _recoveries.Hold(Fault.ProgramCrashed, "The program crashed again; the next change, or a restart, starts it again.");

    void StartAgain()
    {
        lock (_gate)
        {
            // It may have been started or stopped by hand meanwhile.
            if (_status.Current.State == SessionState.Exited)
            {
                AskUnlessHeldBack();
            }
        }
    }

    /// <summary>Does about a fault what the table says; where that is to hold, the user sees it by the status.</summary>
    void Take(Fault fault, Action ask)
    {
        if (RecoveryTable.Next(fault, Taken(fault)).Action is not (RecoveryAction.NextRung or RecoveryAction.RestartProgram) || _isAsked)
        {
            return;
        }

        ask();
        if (_isAsked && fault == Fault.ProgramPoisoned)
        {
            _poisonings++;
            _recoveries.Begin(fault, RecoveryAction.RestartProgram, "The program failed by a change, or has refused one; it is restarted.");
        }
    }

    int Taken(Fault fault) => fault switch
    {
        Fault.ProgramPoisoned => _poisonings,
        Fault.DeltaRefused when _last is { Outcome: ReloadOutcome.RestartRequired } result && _unsettled.HasAllOf(result, _services.Buffers.Snapshot) => 1,
        _ => 0,
    };

    /// <summary>Whoever rolls back restarts by itself where it has to.</summary>
    static Fault? FaultOf(ReloadResult result) => result.Cause == ReloadCause.Rollback ? null : ReloadFaults.Of(result);

    /// <summary>What was tried ends with the next start, or with what keeps it from one.</summary>
    void Settle(ReloadResult result)
    {
        switch (result.Outcome)
        {
            case ReloadOutcome.Restarted:
                _recoveries.End(RecoveryOutcome.Recovered, null);
                break;
            case ReloadOutcome.Held:
                _recoveries.End(RecoveryOutcome.Held, result.Message);
                break;
            default:
                break;
        }
    }

    void AskUnlessHeldBack()
    {
        if (_status.Current is { Mode: not ReloadMode.Manual, Paused: false })
        {
            Ask();
        }
    }

    void Ask()
    {
        if (_services.Options.Restart == RestartPolicy.Auto && !_isAsked)
        {
            _isAsked = true;
            _restart();
        }
    }
}
