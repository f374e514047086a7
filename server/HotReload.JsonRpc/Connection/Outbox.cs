using System.Threading.Channels;
using HotReload.JsonRpc.Framing;
using HotReload.JsonRpc.Messages;

namespace HotReload.JsonRpc.Connection;

/// <summary>What waits to be sent. One writer at work, so that messages go in the order in which they were posted.</summary>
sealed class Outbox(Stream output, JsonRpcConnectionOptions options, Action<ConnectionEnd> end) : IDisposable
{
    readonly Channel<Item> _items = Channel.CreateUnbounded<Item>(new UnboundedChannelOptions { SingleReader = true });
    readonly ByteBudget _waiting = new(options.MaxQueuedBytes);
    readonly FrameWriter _writer = new(output);

    /// <summary>Queues a message, which it then owns. After the end the message is dropped.</summary>
    public void Post(MessageBuffer message)
    {
        if (!_waiting.TryTake(message.Length))
        {
            end(new ConnectionEnd(
                ConnectionEndKind.QueueOverflow,
                $"The peer doesn't read: more than {options.MaxQueuedBytes} bytes wait to be sent."));
        }

        if (!_items.Writer.TryWrite(new Item(message, null)))
        {
            message.Dispose();
        }
    }

    /// <summary>Completes when all that was posted before is written. Cancelled if it can't be written any more.</summary>
    public Task FlushAsync()
    {
        TaskCompletionSource flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_items.Writer.TryWrite(new Item(null, flushed)))
        {
            flushed.SetCanceled();
        }

        return flushed.Task;
    }

    /// <summary>Nothing more is posted; <see cref="RunAsync"/> returns when what waits is written.</summary>
    public void Complete() => _items.Writer.TryComplete();

    /// <summary>Writes until completed, or until the stream fails.</summary>
    public async Task RunAsync()
    {
        try
        {
            await foreach (Item item in _items.Reader.ReadAllAsync())
            {
                await WriteAsync(item);
            }
        }
        catch (Exception exception) when (StreamFailure.Is(exception))
        {
            end(new ConnectionEnd(ConnectionEndKind.StreamFailed, $"Writing to the peer failed: {exception.Message}"));
        }
        finally
        {
            Complete();
            DropRest();
        }
    }

    public void Dispose() => _writer.Dispose();

    async ValueTask WriteAsync(Item item)
    {
        item.Flushed?.TrySetResult();
        if (item.Message is { } message)
        {
            using (message)
            {
                _waiting.GiveBack(message.Length);
                await _writer.WriteAsync(message.Written);
            }
        }
    }

    void DropRest()
    {
        while (_items.Reader.TryRead(out Item item))
        {
            item.Message?.Dispose();
            item.Flushed?.TrySetCanceled();
        }
    }

    readonly record struct Item(MessageBuffer? Message, TaskCompletionSource? Flushed);
}
