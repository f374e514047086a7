using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.Lsp.Reporting;

namespace HotReload.Lsp.Sessions;

/// <summary>Going on with a session whose server has ended.</summary>
internal sealed partial class HotReloadSession
{
    const string Ended = "The server ended unexpectedly";

    TaskCompletionSource? _recovery;
    volatile bool _waitsForText;
    LostRun? _found;
    TimeSpan _away;

    /// <summary>Whether it is gone on with, or has been, and no client has asked for it since.</summary>
    public bool IsWaitedFor => _recovery is not null;

    /// <summary>Whether a plan would start just this.</summary>
    public bool StartsAs(SessionPlan plan) => _plans.Current.StartsAs(plan);

    /// <summary>The session is about to be gone on with.</summary>
    public void ExpectRecovery() => _recovery = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Goes on with the session: with its program, or where that can't be, with another and all text.</summary>
    /// <exception cref="JsonRpcException">The session is stopped.</exception>
    public async Task RecoverAsync(LostSession lost)
    {
        try
        {
            await GoOnAsync(lost);
        }
        finally
        {
            // Whoever has joined is told how it went by what the session is now.
            _recovery?.TrySetResult();
        }
    }

    /// <summary>A client asks for the session as if to start it: it need not know that there is one.</summary>
    public async Task<SessionInfo> JoinAsync(CancellationToken cancellationToken)
    {
        await (_recovery?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
        _recovery = null;
        return Info;
    }

    async Task GoOnAsync(LostSession lost)
    {
        var begun = _services.Time.GetTimestamp();
        var (sentence, away) = await TakeUpAsync(lost);
        Tell(EventKinds.Recovered, FormattableString.Invariant(
            $"{Ended}. {sentence} ({away + _services.Time.GetElapsedTime(begun).TotalSeconds:0.0} s)"));
    }

    async Task<(string Sentence, double Away)> TakeUpAsync(LostSession lost)
    {
        using var turn = await _gate.EnterAsync(CancellationToken.None);
        try
        {
            _status.Change(status => status with
            {
                State = SessionState.Starting, Message = $"{Ended}; the session goes on.", Paused = lost.Record.Paused,
            });
            CameUp();
            var sentence = await RecoverInTurnAsync(lost);
            if (_status.Current.Mode == ReloadMode.Type && _runs.Current is not null)
            {
                // What was typed around the end has had its pause.
                _triggers.SetMode(ReloadMode.Type);
            }

            return (sentence, _away.TotalSeconds);
        }
        catch (OperationCanceledException)
        {
            throw SessionGate.Stopped();
        }
    }

    /// <summary>Takes what the recovery table says, one step after the other, until one helps.</summary>
    async Task<string> RecoverInTurnAsync(LostSession lost)
    {
        var reason = "";
        foreach (var step in RecoveryTable.Of(Fault.ServerLost))
        {
            try
            {
                var (outcome, sentence) = await TakeAsync(step.Action, lost, reason);
                _recoveries.End(outcome, sentence);
                if (outcome != RecoveryOutcome.Failed)
                {
                    return sentence;
                }

                reason = sentence;
            }
            catch (JsonRpcException exception) when (!_gate.Stopping.IsCancellationRequested)
            {
                _recoveries.End(RecoveryOutcome.Failed, exception.Message);
                reason = exception.Message;
            }
        }

        return reason;
    }

    Task<(RecoveryOutcome Outcome, string Sentence)> TakeAsync(RecoveryAction action, LostSession lost, string reason)
    {
        switch (action)
        {
            case RecoveryAction.RestartEngine:
                _recoveries.Begin(Fault.ServerLost, action, $"{Ended}; the next one goes on with the session.");
                return ResumeAsync(lost);
            case RecoveryAction.RestartProgram:
                _recoveries.Begin(Fault.ServerLost, action, "The session's program is started again with all text.");
                return _runs.Current is null ? StartAgainAsync(reason) : ReplaceAsync(reason);
            default:
                // Most likely text with errors, half typed when the server ended: its mending starts the program.
                _waitsForText = true;
                _recoveries.Begin(Fault.ServerLost, action, "The session's program could not be started again.");
                _status.Enter(SessionState.Error, $"{Ended}, and its program could not be started again: {reason}");
                return Task.FromResult((RecoveryOutcome.Held, $"Its program starts with the next change: {reason}"));
        }
    }

    /// <summary>New text may be what a program waits for that could not be started after the end of a server.</summary>
    void StartWithText()
    {
        if (_waitsForText && _status.Current.State == SessionState.Error)
        {
            _ = _unattended.WatchAsync(Task.Run(() => RestartAsync(ReloadCause.Restart, RestartState.Keep, CancellationToken.None)));
        }
    }

    /// <summary>The program has run on: the session goes on with it, unless it turns out to have something else than is known of it.</summary>
    async Task<(RecoveryOutcome Outcome, string Sentence)> ResumeAsync(LostSession lost)
    {
        // Before the journals go.
        _state.TakeLeft(lost.Home.Journals);
        var (found, program, reason) = await _lost.FindAsync(lost.Home, _gate.Stopping);
        _found = found;
        if (program is null)
        {
            return (RecoveryOutcome.Failed, $"It could not be gone on with, as {reason}.");
        }

        _state.Forget();
        _away = program.Program.Away;
        var (run, mismatch) = await _runs.ResumeAsync(found!, program, _gate.Stopping);
        _texts.Settle(found!);
        ShowRun(run, restart: null);
        return mismatch is null
            ? (RecoveryOutcome.Recovered, "The session goes on with its program; nothing was lost.")
            : (RecoveryOutcome.Failed, mismatch);
    }

    async Task<(RecoveryOutcome Outcome, string Sentence)> ReplaceAsync(string mismatch)
    {
        var restarted = await RestartInTurnAsync(ReloadCause.Restart, RestartState.Keep, _services.Time.GetTimestamp());
        return (restarted.Outcome == ReloadOutcome.Restarted ? RecoveryOutcome.Recovered : RecoveryOutcome.Held, $"{mismatch} {restarted.Message}");
    }

    async Task<(RecoveryOutcome Outcome, string Sentence)> StartAgainAsync(string reason)
    {
        if (_found is { } lost)
        {
            _texts.Take(lost, lost.Generations);
        }

        // The program before may be slower to go than this one is to come, and have the port still.
        var starting = RecoveryPipelines.Retrying<SessionRun>(
            Fault.StartFailed, outcome => RequestFailure.Is(outcome.Exception, ErrorCodes.NotStarted),
            (time, of) => _recoveries.Begin(
                Fault.StartFailed, RecoveryAction.Retry, $"The program did not start; it is started again ({time} of {of})."), _services.Time);
        var run = await starting.ExecuteAsync(async token => await _runs.StartAsync(token), _gate.Stopping);
        if (_found is not null)
        {
            _texts.Settle(_found);
        }

        ShowRun(run, restart: null);
        var state = _state.Next is null ? "" : $"; {StateWording.Carried(await run.Programs.CarriedAsync())}";
        return (RecoveryOutcome.Recovered, $"Its program was started again with all text{state}. {reason}");
    }

    /// <summary>From now on a server after this one goes on with the session.</summary>
    void CameUp()
    {
        _cameUp = true;
        KeepRecord(_status.Current);
        _status.Changed += KeepRecord;
    }

    void KeepRecord(StatusParams status)
    {
        if (_services.Client.Process is { } owner && (status.Mode, status.Paused) != _kept)
        {
            _kept = (status.Mode, status.Paused);
            _journal.Keep(new(_origin.Version, Id, _origin.Start, status.Mode, status.Paused, owner));
        }
    }
}
