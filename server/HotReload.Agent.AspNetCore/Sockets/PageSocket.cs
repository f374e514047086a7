using System.Net.WebSockets;
using System.Threading.Channels;

namespace HotReload.Agent.AspNetCore.Sockets;

/// <summary>An open page.</summary>
sealed class PageSocket(WebSocket socket)
{
    /// <summary>How much of what a page says is read at most, in bytes.</summary>
    public const int Limit = 64 * 1024;

    /// <summary>How many messages wait for a page that does not read; the oldest give way, and it catches up by number.</summary>
    const int Backlog = 100;

    readonly Channel<byte[]> _outgoing = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    readonly byte[] _buffer = new byte[Limit];

    /// <summary>The page's id.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Its address within the program.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The run of the program that it knows; empty for a new page.</summary>
    public string Run { get; private set; } = "";

    /// <summary>The last update that it has seen.</summary>
    public int Seen { get; private set; }

    /// <summary>It has introduced itself.</summary>
    public void Introduce((string Page, string Path, string Run, int Seen) hello) => (Id, Path, Run, Seen) = hello;

    /// <summary>Sends a message, when its turn comes.</summary>
    public void Send(byte[] utf8) => _outgoing.Writer.TryWrite(utf8);

    /// <summary>Nothing more is sent; the page is told to come again.</summary>
    public void Close() => _outgoing.Writer.TryComplete();

    /// <summary>Sends what is to be sent, until the end of either side.</summary>
    public async Task SendAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellationToken))
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, cancellationToken);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            // The page is gone; the reading side notices too.
        }
    }

    /// <summary>The next message of the page, until another is read; null where none comes any more.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        try
        {
            while (length < Limit)
            {
                var part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
                length += part.Count;
                if (part.MessageType != WebSocketMessageType.Text)
                {
                    return null;
                }

                if (part.EndOfMessage)
                {
                    return _buffer.AsMemory(0, length);
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // It went without a word, as pages do.
        }

        return null;
    }
}
