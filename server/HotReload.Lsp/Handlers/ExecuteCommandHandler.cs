using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Protocol.Lsp;

namespace HotReload.Lsp.Handlers;

/// <summary><c>workspace/executeCommand</c>: every request of the product under a command's name, for any LSP editor.</summary>
internal sealed class ExecuteCommandHandler
{
    readonly CommandTable _table = new();

    public ExecuteCommandHandler(SessionHandler sessions, DocumentHandler documents, DiagnosticsHandler diagnostics)
    {
        sessions.Register(_table);
        documents.Register(_table);
        diagnostics.Register(_table);
    }

    /// <summary>The commands, as the client is told of them.</summary>
    public static ImmutableArray<string> Commands { get; } =
    [
        .. new[]
        {
            Methods.Start, Methods.Stop, Methods.Restart, Methods.Apply, Methods.Rollback, Methods.Snapshots, Methods.TakeSnapshot,
            Methods.RestoreSnapshot, Methods.State, Methods.Pause, Methods.Resume,
            Methods.SetMode, Methods.Sessions, Methods.Projects, Methods.Document, Methods.Recoveries, Methods.CollectDiagnostics,
        }.Select(ToCommand),
    ];

    public void Register(IJsonRpcMethods methods) => methods.OnRequest(
        "workspace/executeCommand", Concurrency.Concurrent, ProtocolJson.Default.ExecuteCommandParams, JsonRpcRaw.Element, ExecuteAsync);

    static string ToCommand(string method) => method.Replace('/', '.');

    ValueTask<JsonElement> ExecuteAsync(ExecuteCommandParams parameters, CancellationToken cancellationToken) =>
        _table.Find(parameters.Command) is { } command
            ? command(parameters.Arguments is [var argument, ..] ? argument : s_none, cancellationToken)
            : throw new JsonRpcException(JsonRpcErrorCodes.InvalidParams, $"There is no command '{parameters.Command}'.");

    static readonly JsonElement s_none = JsonElement.Parse("{}"u8);

    /// <summary>Takes registrations as a connection does, and keeps the requests under their commands' names.</summary>
    sealed class CommandTable : IJsonRpcMethods
    {
        readonly Dictionary<string, Func<JsonElement, CancellationToken, ValueTask<JsonElement>>> _commands = new(StringComparer.Ordinal);

        public Func<JsonElement, CancellationToken, ValueTask<JsonElement>>? Find(string command) => _commands.GetValueOrDefault(command);

        public void OnRequest<TParams, TResult>(
            string method, Concurrency concurrency, JsonTypeInfo<TParams> parametersInfo, JsonTypeInfo<TResult> resultInfo,
            Func<TParams, CancellationToken, ValueTask<TResult>> handler) =>
            _commands.Add(ToCommand(method), async (argument, token) =>
                JsonSerializer.SerializeToElement(await handler(Read(argument, parametersInfo), token), resultInfo));

        public void OnNotification<TParams>(
            string method, Concurrency concurrency, JsonTypeInfo<TParams> parametersInfo,
            Func<TParams, CancellationToken, ValueTask> handler)
        {
            // A command is a request by nature.
        }

        static TParams Read<TParams>(JsonElement argument, JsonTypeInfo<TParams> info)
        {
            try
            {
                return argument.Deserialize(info)!;
            }
            catch (JsonException exception)
            {
                throw new JsonRpcException(JsonRpcErrorCodes.InvalidParams, exception.Message);
            }
        }
    }
}
