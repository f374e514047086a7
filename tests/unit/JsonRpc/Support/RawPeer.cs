using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Framing;
using HotReload.JsonRpc.Methods;

namespace HotReload.UnitTests.JsonRpc.Support;

/// <summary>A connection, and a peer of it that writes and reads JSON by hand.</summary>
sealed class RawPeer : IAsyncDisposable
{
    readonly Pipe _toConnection = new(new PipeOptions(pauseWriterThreshold: 0));
    readonly Pipe _fromConnection = new(new PipeOptions(pauseWriterThreshold: 0));
    readonly FrameWriter _writer;
    readonly FrameReader _reader;

    RawPeer(Action<JsonRpcMethods, Func<JsonRpcConnection>> register, JsonRpcConnectionOptions options)
    {
        _writer = new FrameWriter(_toConnection.Writer.AsStream());
        _reader = new FrameReader(_fromConnection.Reader.AsStream());
        JsonRpcMethods methods = new();
        Connection = new JsonRpcConnection(
            _toConnection.Reader.AsStream(),
            _fromConnection.Writer.AsStream(),
            methods,
            options with { Log = Log });
        register(methods, () => Connection);
    }

    public JsonRpcConnection Connection { get; }

    public RecordingLog Log { get; } = new();

    public static RawPeer Start(Action<JsonRpcMethods>? register = null, JsonRpcConnectionOptions? options = null) =>
        Start((methods, _) => register?.Invoke(methods), options);

    /// <summary>For handlers that talk to the peer.</summary>
    public static RawPeer Start(Action<JsonRpcMethods, Func<JsonRpcConnection>> register, JsonRpcConnectionOptions? options = null)
    {
        RawPeer peer = new(register, options ?? new JsonRpcConnectionOptions());
        peer.Connection.Start();
        return peer;
    }

    public ValueTask SendAsync(string json) => _writer.WriteAsync(Encoding.UTF8.GetBytes(json));

    public ValueTask SendAsync(byte[] body) => _writer.WriteAsync(body);

    /// <summary>Sends bytes that need be no frame.</summary>
    public async Task SendRawAsync(string bytes) => await _toConnection.Writer.WriteAsync(Encoding.UTF8.GetBytes(bytes));

    /// <inheritdoc cref="SendRawAsync"/>
    public async Task SendBytesAsync(byte[] bytes) => await _toConnection.Writer.WriteAsync(bytes);

    public ValueTask RequestAsync(int id, string method, string parameters = "{}") =>
        SendAsync($$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{parameters}}}""");

    public ValueTask NotifyAsync(string method, string parameters = "{}") =>
        SendAsync($$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}}}""");

    /// <summary>The next message, as text; null at the end.</summary>
    public async Task<string?> ReceiveAsync()
    {
        FrameReadResult read = await _reader.ReadAsync();
        return read.Status == FrameReadStatus.Frame ? Encoding.UTF8.GetString(read.Body.Span) : null;
    }

    /// <summary>The error code of the next message, which must be an answer to this id.</summary>
    public async Task<int?> ReceiveErrorAsync(string id)
    {
        JsonNode message = JsonNode.Parse((await ReceiveAsync())!)!;
        Assert.That(message["id"]?.ToJsonString() ?? "null", Is.EqualTo(id));
        return (int?)message["error"]?["code"];
    }

    /// <summary>Returns when the connection has read all that was sent before: it answers what is no JSON at once.</summary>
    public async Task ReadByConnectionAsync()
    {
        await SendAsync("?");
        Assert.That(await ReceiveErrorAsync("null"), Is.EqualTo(-32700));
    }

    /// <summary>Closes the peer's sending side.</summary>
    public ValueTask CloseAsync() => _toConnection.Writer.CompleteAsync();

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        _writer.Dispose();
    }
}
