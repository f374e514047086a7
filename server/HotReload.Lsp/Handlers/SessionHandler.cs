using System.Text.Json.Serialization.Metadata;
using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.Lsp.Sessions;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Handlers;

/// <summary>The <c>hotReload/*</c> requests.</summary>
internal sealed class SessionHandler(SessionRegistry sessions, WorkspaceFolders folders, Client client, Recoveries recoveries)
{
    static ProtocolJson Json => ProtocolJson.Default;

    /// <summary>
    /// Registers every request, under its own name or, for <c>workspace/executeCommand</c>, wherever the table leads.
    /// </summary>
    public void Register(IJsonRpcMethods methods)
    {
        On(methods, Methods.Start, Json.StartParams, Json.SessionInfo, (parameters, token) =>
            new(sessions.StartAsync(CheckTerminal(parameters ?? new()), token)));
        OnSession(methods, Methods.Stop, (parameters, _) => new(sessions.StopAsync(parameters.Session)));
        On(methods, Methods.Restart, Json.RestartParams, Json.ReloadResult, (parameters, token) =>
            new(sessions.Find(parameters?.Session).RestartAsync(parameters?.State ?? RestartState.Keep, token)));
        On(methods, Methods.Apply, Json.SessionParams, Json.ReloadResult, (parameters, token) =>
            new(sessions.Find(parameters?.Session).ApplyAsync(token)));
        On(methods, Methods.Rollback, Json.RollbackParams, Json.ReloadResult, (parameters, token) =>
            new(sessions.Find(parameters?.Session).RollBackAsync(parameters?.State ?? RollbackState.Keep, token)));
        On(methods, Methods.Snapshots, Json.SessionParams, Json.SnapshotList, (parameters, _) =>
            ValueTask.FromResult(sessions.Find(parameters?.Session).Snapshots));
        On(methods, Methods.TakeSnapshot, Json.SessionParams, Json.StateSnapshot, (parameters, token) =>
            new(sessions.Find(parameters?.Session).TakeSnapshotAsync(token)));
        On(methods, Methods.RestoreSnapshot, Json.SnapshotParams, Json.SnapshotRestore, (parameters, token) =>
            new(sessions.Find(parameters?.Session).RestoreSnapshotAsync(parameters ?? new(), token)));
        On(methods, Methods.State, Json.SessionParams, Json.StateDocument, (parameters, token) =>
            new(sessions.Find(parameters?.Session).ReadStateAsync(token)));
        OnSession(methods, Methods.Pause, (parameters, _) => SetPaused(parameters, PauseState.Paused));
        OnSession(methods, Methods.Resume, (parameters, _) => SetPaused(parameters, PauseState.Running));
        methods.OnRequest(Methods.SetMode, Concurrency.Concurrent, Json.SetModeParams, (parameters, _) =>
        {
            sessions.Find(parameters.Session).SetMode(parameters.Mode);
            return ValueTask.CompletedTask;
        });
        methods.OnRequest(Methods.Sessions, Concurrency.Concurrent, Json.SessionList, _ =>
            ValueTask.FromResult(new SessionList([.. sessions.All.Select(session => session.Info)])));
        methods.OnRequest(Methods.Projects, Concurrency.Concurrent, Json.ProjectList, _ =>
            new(Task.Run(() => new ProjectList(ProjectFinder.Find(folders.Paths)))));
        methods.OnRequest(Methods.Recoveries, Concurrency.Concurrent, Json.RecoveryList, _ => ValueTask.FromResult(recoveries.List));
        methods.OnNotification(Methods.Input, Concurrency.Exclusive, Json.InputParams, (parameters, token) =>
            sessions.Find(parameters.Session).WriteInputAsync(parameters.Text, token));
    }

    static void On<TParams, TResult>(
        IJsonRpcMethods methods, string method, JsonTypeInfo<TParams> parametersInfo, JsonTypeInfo<TResult> resultInfo,
        Func<TParams?, CancellationToken, ValueTask<TResult>> handler)
        where TParams : class =>
        methods.OnRequest(method, Concurrency.Concurrent, parametersInfo, resultInfo, handler);

    static void OnSession(IJsonRpcMethods methods, string method, Func<SessionParams, CancellationToken, ValueTask> handler) =>
        methods.OnRequest(method, Concurrency.Concurrent, Json.SessionParams, handler);

    ValueTask SetPaused(SessionParams parameters, PauseState pause)
    {
        sessions.Find(parameters.Session).SetPaused(pause);
        return ValueTask.CompletedTask;
    }

    StartParams CheckTerminal(StartParams parameters) => parameters.Terminal != TerminalKind.Client || client.RunsInTerminal
        ? parameters
        : throw RequestFailure.Of(
            ErrorCodes.NotStarted,
            $"The client has not said that it answers {Methods.RunInTerminal} (initializationOptions.runInTerminal). Start with terminal 'server'.");
}
