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
        var went = await TakeUpAsync(lost);
        if (went.Mismatch is { } mismatch)
        {
            var restarted = await RestartAsync(ReloadCause.Restart, RestartState.Keep, CancellationToken.None);
            went = went with { Sentence = $"{mismatch} {restarted.Message}" };
        }

        Tell(EventKinds.Recovered, FormattableString.Invariant(
            $"{Ended}. {went.Sentence} ({went.Away + _services.Time.GetElapsedTime(begun).TotalSeconds:0.0} s)"));
    }

    async Task<(string Sentence, string? Mismatch, double Away)> TakeUpAsync(LostSession lost)
    {
        using var turn = await _gate.EnterAsync(CancellationToken.None);
        try
        {
            _status.Change(status => status with
            {
                State = SessionState.Starting, Message = $"{Ended}; the session goes on.", Paused = lost.Record.Paused,
            });
            CameUp();
            var (run, program, reason) = await _lost.FindAsync(lost.Home, _gate.Stopping);
            var mismatch = program is null ? await StartAgainAsync(run) : await ResumeAsync(run!, program);
            if (_status.Current.Mode == ReloadMode.Type)
            {
                // What was typed around the end has had its pause.
                _triggers.SetMode(ReloadMode.Type);
            }

            return (
                program is null ? $"Its program was started again with all text, as {reason}." : "The session goes on with its program; nothing was lost.",
                mismatch, (program?.Program.Away ?? TimeSpan.Zero).TotalSeconds);
        }
        catch (JsonRpcException exception) when (!_gate.Stopping.IsCancellationRequested)
        {
            // Most likely text with errors, half typed when the server ended: its mending starts the program.
            _waitsForText = true;
            _status.Enter(SessionState.Error, $"{Ended}, and its program could not be started again: {exception.Message}");
            return ($"Its program starts with the next change: {exception.Message}", null, 0);
        }
        catch (OperationCanceledException)
        {
            throw SessionGate.Stopped();
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

    async Task<string?> ResumeAsync(LostRun lost, MetProgram program)
    {
        var (run, mismatch) = await _runs.ResumeAsync(lost, program, _gate.Stopping);
        _texts.Settle(lost);
        ShowRun(run, restart: null);
        return mismatch;
    }

    async Task<string?> StartAgainAsync(LostRun? lost)
    {
        if (lost is not null)
        {
            _texts.Take(lost, lost.Generations);
        }

        // The program before may be slower to go than this one is to come, and have the port still.
        var starting = RecoveryPipelines.Retrying<SessionRun>(
            Fault.StartFailed, outcome => RequestFailure.Is(outcome.Exception, ErrorCodes.NotStarted),
            (time, of) => Tell(EventKinds.Recovery, $"The program did not start; it is started again ({time} of {of})."), _services.Time);
        var run = await starting.ExecuteAsync(async token => await _runs.StartAsync(token), _gate.Stopping);
        if (lost is not null)
        {
            _texts.Settle(lost);
        }

        ShowRun(run, restart: null);
        return null;
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
