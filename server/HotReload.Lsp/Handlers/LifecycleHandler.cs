using System.Collections.Immutable;
using System.Reflection;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Sessions;
using HotReload.Lsp.Workspace;
using HotReload.Runtime.Processes;

namespace HotReload.Lsp.Handlers;

/// <summary><c>initialize</c>, <c>initialized</c>, <c>shutdown</c> and <c>exit</c>.</summary>
internal sealed class LifecycleHandler(
    ServerLifetime lifetime, Client client, ServerOptions options, WorkspaceFolders folders, DiskChanges disk,
    SessionRegistry sessions, Preparation preparation, ParentWatch parents, ServerLog log)
{
    const int IncrementalSync = 2;

    public void Register(IJsonRpcMethods methods)
    {
        methods.OnRequest(
            "initialize", Concurrency.Exclusive, ProtocolJson.Default.InitializeParams, ProtocolJson.Default.InitializeResult,
            (parameters, _) => ValueTask.FromResult(Initialize(parameters)));
        methods.OnNotification("initialized", Concurrency.Concurrent, async cancellationToken =>
        {
            _ = sessions.RecoverAsync();
            preparation.Begin();
            await RegisterWatchersAsync(cancellationToken);
        });
        methods.OnRequest("shutdown", Concurrency.Exclusive, ShutDownAsync);
        methods.OnNotification("exit", Concurrency.Exclusive, _ =>
        {
            lifetime.End();
            return ValueTask.CompletedTask;
        });
    }

    /// <summary>The product's version.</summary>
    public static string Version { get; } =
        typeof(LifecycleHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    InitializeResult Initialize(InitializeParams parameters)
    {
        log.Client = client;
        if (parameters.ProcessId is { } processId)
        {
            parents.Watch(processId);
            client.Process = ProcessIdentity.Find(processId) ?? client.Process;
        }

        folders.Set(parameters);
        options.Take(parameters.InitializationOptions ?? new());
        client.Info = parameters.ClientInfo;
        client.ShowsProgress = parameters.Capabilities?.Window?.WorkDoneProgress ?? false;
        client.ShowsDocuments = parameters.Capabilities?.Window?.ShowDocument?.Support ?? false;
        client.RunsInTerminal = parameters.InitializationOptions?.RunInTerminal ?? false;
        disk.ClientWatches = parameters.Capabilities?.Workspace?.DidChangeWatchedFiles?.Supported ?? false;
        lifetime.Initialize();
        sessions.TakeLost();
        return new(
            new(
                "utf-16",
                new(OpenClose: true, IncrementalSync, new(IncludeText: false)),
                new(ExecuteCommandHandler.Commands),
                new([RestartFix.Kind]),
                new(new(Supported: true, ChangeNotifications: true))),
            new("HotReload.Lsp", Version));
    }

    async ValueTask RegisterWatchersAsync(CancellationToken cancellationToken)
    {
        if (!disk.ClientWatches)
        {
            return;
        }

        var watch = new Registration(
            "hotreload-files", "workspace/didChangeWatchedFiles",
            new([.. SourceFiles.WatchPatterns.Select(pattern => new FileWatch(pattern)), new(SourceFiles.FolderPattern, FileWatch.Deletions)]));
        try
        {
            await client.RegisterAsync(new([watch]), cancellationToken);
        }
        catch (Exception exception) when (exception is JsonRpcRemoteException or JsonRpcConnectionLostException)
        {
            disk.ClientWatches = false;
            log.Warning($"The client did not take the file watchers ({exception.Message}); the server watches by itself.");
        }
    }

    async ValueTask ShutDownAsync(CancellationToken cancellationToken)
    {
        lifetime.ShutDown();
        await sessions.DisposeAsync();
    }
}
