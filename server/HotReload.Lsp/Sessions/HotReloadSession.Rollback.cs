using HotReload.Core.Pipeline;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Core.State;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>Taking changes back.</summary>
internal sealed partial class HotReloadSession
{
    /// <summary>
    /// Gives the program the text before its last change: by a delta, or where none can, by a restart. The editor's text is not touched;
    /// what is rolled back is held until one of its files changes again, or the changes are applied by hand.
    /// </summary>
    /// <param name="wanted">Whether what the program marks is to be as it was just before the change, too.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ReloadResult> RollBackAsync(RollbackState wanted, CancellationToken cancellationToken)
    {
        var held = _text.HoldLast() ?? throw RequestFailure.Of(
            ErrorCodes.NothingToRollBack, "There is no change to roll back: the program runs the text that it was started with.");
        try
        {
            var point = wanted == RollbackState.Restore ? await _points.FindAsync(held.Number) : null;
            var result = await RollBackAsync(held, point, cancellationToken);
            return (wanted, point, result.Outcome) switch
            {
                (RollbackState.Keep, _, _) or (_, _, ReloadOutcome.Held) => result,
                (_, null, _) => result with { Message = $"{result.Message} Its state stays as it is: there is none from just before the change." },
                (_, _, ReloadOutcome.Applied) => await RestoreAsync(point, result, cancellationToken),
                _ => result,
            };
        }
        catch (JsonRpcException)
        {
            _text.Undo(held);
            throw;
        }
    }

    async Task<ReloadResult> RollBackAsync(HeldChange held, StateFile? point, CancellationToken cancellationToken)
    {
        var result = await ReloadAsync(ReloadCause.Rollback, cancellationToken);
        switch (result.Outcome)
        {
            case ReloadOutcome.RestartRequired or ReloadOutcome.Failed:
                _state.Instead = point;
                try
                {
                    return await RestartAsync(ReloadCause.Rollback, RestartState.Keep, cancellationToken);
                }
                finally
                {
                    _state.Instead = null;
                }

            case ReloadOutcome.Held:
                // The text before does not go with what has changed elsewhere. The program has the change still, and says so.
                _text.Undo(held);
                await ReloadAsync(ReloadCause.Rollback, cancellationToken);
                return result;

            default:
                return result;
        }
    }

    async Task<ReloadResult> RestoreAsync(StateFile point, ReloadResult result, CancellationToken cancellationToken)
    {
        var report = await RunningProgram().Program.RestoreAsync(point, cancellationToken);
        var message = report.Error is { } error
            ? $"Its state stays as it is: {ReloadWording.Sentence(error)}"
            : "What it marks is as it was just before the change.";
        Tell(report.Error is null ? EventKinds.SnapshotRestored : EventKinds.Warning, message);
        return result with { Message = $"{result.Message} {message}", State = report.Summary };
    }

    /// <summary>A change is on its way to the program: what is marked is taken before it arrives.</summary>
    void KeepPoint(PipelineStage stage)
    {
        if (stage == PipelineStage.Applying && (_state.MayHaveMarks || !_snapshots.List.Snapshots.IsEmpty) && _runs.Current?.Programs is { Running: [var program, ..] } programs)
        {
            _points.Begin(program, programs.Assemblies);
        }
    }
}
