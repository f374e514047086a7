using HotReload.Core.Reload;
using HotReload.Engine.References;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>
/// Takes references that were added to the program's projects into the session while the program runs on: its code may use them with its next
/// change. What only a build takes in waits for a restart, as other changes of a project do.
/// </summary>
internal sealed class ReferenceAdditions(
    SessionServices services, string session, SessionStarter starter, ProjectChanges projects, SessionGate gate, SessionRuns runs, ReloadTriggers triggers,
    SessionWatch watch, SessionStatus status)
{
    /// <summary>Begins, and does not wait for it.</summary>
    public void Begin() => _ = Task.Run(RunAsync);

    async Task RunAsync()
    {
        try
        {
            using var turn = await gate.EnterAsync(CancellationToken.None);
            if (runs.Current is { } run)
            {
                await TakeAsync(run, gate.Stopping);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or JsonRpcException)
        {
            // The session was stopped.
        }
    }

    async Task TakeAsync(SessionRun run, CancellationToken cancellationToken)
    {
        var (texts, before) = (projects.FindTexts(), status.Current);
        status.Enter(SessionState.Building, $"{string.Join(", ", texts.Keys.Select(Path.GetFileName).Order(StringComparer.Ordinal))} changed; its new references are added to the program.");
        var (added, obstacle) = await FindAsync(run, cancellationToken);
        if (added is null)
        {
            services.Log.Information($"The references that were added wait for a restart: {obstacle}");
            projects.Refuse(run.RestoreFiles);
            return;
        }

        run.Engine.Add(added);
        run.Edits.Add(added);
        watch.Follow(run.Places);
        status.Change(current => current.State is not (SessionState.Building or SessionState.Starting) ? current
            : before.State == SessionState.Held ? current with { State = before.State, Message = before.Message }
            : current with { State = SessionState.Ready, Message = "" });
        services.Events.Publish(session, EventKinds.ReferencesAdded, "", $"{string.Join(", ", added.Names)} can be used from now on; the program runs on.");
        projects.Take(texts, run.BuildFiles, run.RestoreFiles);
        triggers.Published(ReloadCause.Check);
    }

    async Task<(AddedReferences? Added, string? Obstacle)> FindAsync(SessionRun run, CancellationToken cancellationToken)
    {
        try
        {
            using var fresh = await starter.LoadAgainAsync(run.Engine, cancellationToken);
            return fresh is null ? (null, "They can't be restored or built.") : await run.Engine.FindAddedAsync(fresh, cancellationToken);
        }
        catch (Exception exception) when (exception is JsonRpcException or IOException or UnauthorizedAccessException)
        {
            return (null, exception.Message);
        }
    }
}
