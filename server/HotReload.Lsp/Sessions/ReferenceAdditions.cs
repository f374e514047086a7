using HotReload.Core.Reload;
using HotReload.Engine.References;
using HotReload.Engine.Session;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;
using HotReload.Runtime.Builds;

namespace HotReload.Lsp.Sessions;

/// <summary>
/// Takes references that were added to the program's projects into the session while the program runs on: its code may use them with its next
/// change. What only a build takes in waits for a restart, as other changes of a project do.
/// </summary>
internal sealed class ReferenceAdditions(
    SessionServices services, string session, SessionPlans plans, ProgramLoading loading, ProjectChanges projects, SessionGate gate, SessionRuns runs, ReloadTriggers triggers,
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
                await TakeOrRefuseAsync(run, gate.Stopping);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or JsonRpcException)
        {
            // The session was stopped.
        }
    }

    async Task TakeOrRefuseAsync(SessionRun run, CancellationToken cancellationToken)
    {
        var isTaken = false;
        try
        {
            isTaken = await TakeAsync(run, cancellationToken);
        }
        finally
        {
            if (!isTaken && !cancellationToken.IsCancellationRequested)
            {
                projects.Refuse(run.RestoreFiles);
            }
        }
    }

    /// <returns>Whether the program has them.</returns>
    async Task<bool> TakeAsync(SessionRun run, CancellationToken cancellationToken)
    {
        var (texts, before) = (projects.FindTexts(), status.Current);
        var message = $"{string.Join(", ", texts.Keys.Select(Path.GetFileName).Order(StringComparer.Ordinal))} changed; its new references are added to the program.";
        status.Enter(SessionState.Building, message);
        var (added, obstacle) = await FindAsync(run, cancellationToken);
        if (added is null)
        {
            services.Log.Information($"The references that were added wait for a restart: {obstacle}");
            return false;
        }

        run.Engine.Add(added);
        run.Edits.Add(added);
        watch.Follow(run.Places);
        status.Change(current => current.Message != message ? current
            : before.State == SessionState.Held ? current with { State = before.State, Message = before.Message }
            : current with { State = SessionState.Ready, Message = "" });
        projects.Take(texts, run.BuildFiles, run.RestoreFiles);

        // A version by itself brings nothing: the reference to it is still to come.
        if (!added.Names.IsEmpty)
        {
            services.Events.Publish(session, EventKinds.ReferencesAdded, "", $"{string.Join(", ", added.Names)} can be used from now on; the program runs on.");
            triggers.Published(ReloadCause.Check);
        }

        return true;
    }

    async Task<(AddedReferences? Added, string? Obstacle)> FindAsync(SessionRun run, CancellationToken cancellationToken)
    {
        try
        {
            using var fresh = await LoadAsync(run.Engine, cancellationToken);
            return fresh is null ? (null, "They can't be restored or built.") : await run.Engine.FindAddedAsync(fresh, cancellationToken);
        }
        catch (Exception exception) when (exception is JsonRpcException or IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            return (null, exception.Message);
        }
    }

    /// <summary>Loads the projects once more, as they are now, and builds those that the program which runs was built without. That is not touched.</summary>
    /// <returns>Null where they can't be restored or built.</returns>
    /// <exception cref="JsonRpcException">They can't be loaded.</exception>
    async Task<EngineProgram?> LoadAsync(EngineProgram running, CancellationToken cancellationToken)
    {
        using var progress = await WorkProgress.BeginAsync(services.Client, $"Hot Reload: adding references to {plans.Current.Name}", cancellationToken);
        var sdk = loading.FindSdk();
        if (plans.Current.IsFileProgram
            || !await ProgramBuilds.PrepareAsync(sdk, BuildRequest.Restore(plans.Current.ProjectPath), progress, cancellationToken))
        {
            return null;
        }

        var fresh = await loading.LoadAsync(sdk, file: null, progress, cancellationToken);
        foreach (var project in await running.FindUnbuiltAsync(fresh, cancellationToken))
        {
            if (!await ProgramBuilds.PrepareAsync(sdk, BuildRequest.Whole(project), progress, cancellationToken))
            {
                fresh.Dispose();
                return null;
            }
        }

        return fresh;
    }
}
