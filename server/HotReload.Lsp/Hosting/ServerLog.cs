using System.Collections.Immutable;
using HotReload.JsonRpc.Logging;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Support;

namespace HotReload.Lsp.Hosting;

/// <summary>
/// The server's log: to the client's output channel, and to standard error while there is no client. Never both: a client that shows what
/// comes on standard error would show each line twice. Never holds message bodies.
/// </summary>
internal sealed class ServerLog(TimeProvider time, TextWriter standardError) : IJsonRpcLog
{
    readonly Ring<string> _recent = new(History.MostLines);

    /// <summary>The newest lines, the oldest first.</summary>
    public ImmutableArray<string> Recent => _recent.Items;

    /// <summary>The client, from <c>initialize</c> until its connection has ended.</summary>
    public Client? Client { get; set; }

    public void Error(string message) => Write(1, "error", message);

    public void Warning(string message) => Write(2, "warning", message);

    public void Information(string message) => Write(3, "info", message);

    void IJsonRpcLog.Write(JsonRpcEvent happened)
    {
        var exception = happened.Exception is { } thrown ? $" {thrown}" : "";
        var message = $"{happened.Sentence}{(happened.Method.Length > 0 ? $" ({happened.Method})" : "")}{exception}";
        if (happened.Kind is JsonRpcEventKind.ConnectionEnded)
        {
            Client = null;
            Information(message);
        }
        else if (happened.Kind is JsonRpcEventKind.HandlerFailed)
        {
            Error(message);
        }
        else if (happened.Kind is not JsonRpcEventKind.UnknownNotification)
        {
            Warning(message);
        }
    }

    void Write(int type, string level, string message)
    {
        var line = $"{time.GetUtcNow():HH:mm:ss.fff} {level} {message}";
        _recent.Add(line);
        if (Client is { } client)
        {
            client.Log(new LogMessageParams(type, message));
        }
        else
        {
            standardError.WriteLine(line);
        }
    }
}
