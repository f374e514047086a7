using HotReload.Core.Buffers;
using HotReload.Engine.Sdk;
using HotReload.Engine.Session;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Handlers;
using HotReload.Lsp.Recovery;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Sessions;
using HotReload.Lsp.Workspace;
using HotReload.Runtime.Processes;
using HotReload.Runtime.Profiles;

namespace HotReload.Lsp.Hosting;

/// <summary>The composition root: puts the server together over two streams and runs it to its end.</summary>
internal static class ServerHost
{
    /// <summary>How long the end may take: a program that won't go must not keep the server.</summary>
    static readonly TimeSpan s_endLimit = TimeSpan.FromSeconds(5);

    /// <summary>Runs the server until the client or a parent process ends it, and returns the exit code.</summary>
    public static async Task<int> RunAsync(Stream input, Stream output, int? clientProcessId, TimeProvider time)
    {
        var log = new ServerLog(time, Console.Error);
        var lifetime = new ServerLifetime();
        var methods = new JsonRpcMethods();
        await using var connection = new JsonRpcConnection(
            input, output, methods, new() { Admission = lifetime.Admit, Log = log, TimeProvider = time });
        var client = new Client(connection);

        using var sessionFolder = new SessionFolder(Path.GetTempPath());
        using var parents = new ParentWatch(lifetime, log, time);
        var options = new ServerOptions();
        var events = new EventStream(client, time);
        var buffers = new BufferStore();
        var folders = new WorkspaceFolders();
        using var disk = new DiskChanges(buffers, options, folders, events, FolderWatches.Create(events, log, time), time);
        var diagnostics = new DiagnosticsBoard(client, options);
        using var engine = new EngineShare();
        var services = new SessionServices(
            client, log, events, new Recoveries(events, time), diagnostics, buffers, new RoslynResolver(), options, sessionFolder.Path, UserCache.Path,
            Quiet: new QuietThread(), Comparisons: new QuietThread(), engine, time);
        var homes = new SessionHomes(Path.Combine(UserCache.Path, "sessions"), LifecycleHandler.Version, log);
        await using var sessions = new SessionRegistry(services, new SessionPlanner(folders, new DeveloperCertificate(time)), disk, homes);
        disk.Published += sessions.Published;
        disk.ProjectChanged += sessions.ProjectChanged;

        var sessionHandler = new SessionHandler(sessions, folders, client, services.Recoveries);
        sessionHandler.Register(methods);
        var documentHandler = new DocumentHandler(sessions);
        documentHandler.Register(methods);
        var diagnosticsHandler = new DiagnosticsHandler(sessions, client, services.Recoveries, log, options, time);
        diagnosticsHandler.Register(methods);
        new ExecuteCommandHandler(sessionHandler, documentHandler, diagnosticsHandler).Register(methods);
        var preparation = new Preparation(services, folders, sessions, new QuietThread());
        sessions.Emptied += preparation.Begin;
        new LifecycleHandler(lifetime, client, options, folders, disk, sessions, preparation, parents, log).Register(methods);
        new TextSyncHandler(buffers, disk, sessions, events, log).Register(methods);
        new CodeActionHandler(sessions).Register(methods);
        new ConfigurationHandler(options, sessions, diagnostics).Register(methods);
        new WorkspaceHandler(folders, disk).Register(methods);

        if (clientProcessId is { } processId)
        {
            parents.Watch(processId);
            client.Process = ProcessIdentity.Find(processId);
        }

        connection.Start();
        _ = Task.Run(() => SessionFolder.RemoveAbandoned(Path.GetTempPath(), time.GetUtcNow()));
        _ = EndWithConnectionAsync(connection, lifetime);
        var exitCode = await lifetime.Exit;
        await EndAsync(sessions, time, log);
        ServerFolders.RemoveOwn();
        return exitCode;
    }

    static async Task EndWithConnectionAsync(JsonRpcConnection connection, ServerLifetime lifetime)
    {
        await connection.Completion;
        lifetime.End();
    }

    static async Task EndAsync(SessionRegistry sessions, TimeProvider time, ServerLog log)
    {
        try
        {
            await sessions.DisposeAsync().AsTask().WaitAsync(s_endLimit, time);
        }
        catch (TimeoutException)
        {
            log.Warning("A program did not end in time; the server ends without it.");
        }
    }
}
