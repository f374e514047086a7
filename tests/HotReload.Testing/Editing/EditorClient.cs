using System.Text.Json;
using HotReload.Core.Reload;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Probing;
using HotReload.Testing.Protocol;
using HotReload.Testing.Waiting;

namespace HotReload.Testing.Editing;

/// <summary>
/// An editor without a screen: starts the real server and speaks LSP with it. Documents are named by full path, by path relative to
/// the workspace folder, or by URI. Every wait ends: met, hopeless (the server or the session is gone), or at the hang guard.
/// </summary>
public sealed partial class EditorClient : IAsyncDisposable
{
    /// <summary>How long what has lost its server may take to end.</summary>
    static readonly TimeSpan s_grace = TimeSpan.FromSeconds(30);

    /// <summary>How long a server may take for its goodbye.</summary>
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    readonly EditorOptions _options;
    readonly ServerLink _link;
    readonly int _firstError;
    int _resultsTaken;
    int _lastResult;

    EditorClient(EditorOptions options, ServerLink link)
    {
        (_options, _link, _firstError) = (options, link, link.Server.Errors.Count);
        link.Tell(Heard);
    }

    /// <summary>The server's process.</summary>
    public ServerProcess Server => _link.Server;

    /// <summary>All that the server has said to this editor.</summary>
    public Heard Heard { get; } = new();

    /// <summary>The result of <c>initialize</c>.</summary>
    public JsonElement Capabilities { get; private set; }

    /// <summary>Completes, with a sentence, when the server is gone.</summary>
    public Task<string> ServerEnded => _link.Ended;

    /// <summary>Starts a server and greets it.</summary>
    public static async Task<EditorClient> LaunchAsync(EditorOptions options, CancellationToken cancellationToken = default)
    {
        var client = new EditorClient(options, ServerLink.Start(options));
        try
        {
            await client.InitializeAsync(cancellationToken);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a server for a folder, with default options.</summary>
    public static Task<EditorClient> LaunchAsync(string root, CancellationToken cancellationToken = default) =>
        LaunchAsync(new EditorOptions(root), cancellationToken);

    /// <summary>Sends a request and waits for the answer.</summary>
    /// <exception cref="JsonRpcRemoteException">The server answered with an error.</exception>
    /// <exception cref="HopelessWaitException">No answer can come any more, or none came before the hang guard.</exception>
    public async Task<TResult> RequestAsync<TParams, TResult>(
        string method, TParams parameters, CancellationToken cancellationToken = default)
    {
        try
        {
            return await WaitFor(
                $"the answer to {method}",
                token => _link.Connection.RequestAsync(method, parameters, KitJson.Info<TParams>(), KitJson.Info<TResult>(), token),
                ServerEnded,
                cancellationToken);
        }
        catch (JsonRpcConnectionLostException exception)
        {
            throw new HopelessWaitException($"No answer to {method}. {await ServerEnded}\n{Log()}", exception);
        }
    }

    /// <summary>Sends a notification.</summary>
    public ValueTask NotifyAsync<TParams>(string method, TParams parameters) =>
        _link.Connection.NotifyAsync(method, parameters, KitJson.Info<TParams>(), CancellationToken.None);

    /// <summary>Says goodbye as an editor does, and makes sure that nothing is left.</summary>
    /// <exception cref="BadEndException">A process is left, or the log tells a secret.</exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(s_patience);
            await _link.Connection.RequestAsync("shutdown", JsonRpcRaw.Element, patience.Token);
            await _link.Connection.NotifyAsync("exit", patience.Token);
            await _link.Connection.FlushAsync(patience.Token);
        }
        catch (Exception exception)
            when (exception is JsonRpcConnectionLostException or JsonRpcRemoteException or OperationCanceledException)
        {
            // Gone already, or not able to say goodbye: the process is ended below.
        }

        await _link.DisposeAsync();
        if (await new MarkedProcesses(Server.Mark).OrphansAsync(s_grace) is { Count: > 0 } orphans)
        {
            throw new BadEndException($"These processes have outlived their server:\n{string.Join('\n', orphans)}");
        }

        CheckLog();
    }

    void CheckLog()
    {
        var log = string.Join('\n', Server.Errors.All().Skip(_firstError).Concat(Heard.Log.All().Select(message => message.Message)));
        if (LogSecrets.Find(log, ServerProcess.Canary(Server.Mark), _buffers.Values) is { Count: > 0 } secrets)
        {
            throw new BadEndException($"The log tells a value of the environment, or the text of a buffer:\n{string.Join('\n', secrets)}\n\n{log}");
        }
    }

    async Task InitializeAsync(CancellationToken cancellationToken)
    {
        Capabilities = await RequestAsync<object, JsonElement>(
            "initialize",
            new
            {
                processId = Environment.ProcessId,
                clientInfo = new { name = "HotReload.Testing" },
                rootUri = new Uri(_options.Root).AbsoluteUri,
                workspaceFolders = new[] { WorkspaceFolder },
                capabilities = new
                {
                    textDocument = new
                    {
                        synchronization = new { didSave = true },
                        publishDiagnostics = new { relatedInformation = true },
                    },
                    window = new { workDoneProgress = true },
                },
                initializationOptions = _options.Initialization,
            },
            cancellationToken);
        await NotifyAsync("initialized", new { });
    }

    object WorkspaceFolder => new { uri = new Uri(_options.Root).AbsoluteUri, name = Path.GetFileName(_options.Root) };

    Task<T> WaitFor<T>(
        string what, Func<CancellationToken, Task<T>> awaited, Task<string> hopeless, CancellationToken cancellationToken) =>
        new Wait(_options.Guard, hopeless, Log).ForAsync(what, awaited, cancellationToken);
}
