using System.IO.Pipelines;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Logging;
using HotReload.JsonRpc.Methods;
using HotReload.UnitTests.JsonRpc.Support;
using Moq;

namespace HotReload.UnitTests.JsonRpc.Connection;

/// <summary>How connections end, and what that does to whom.</summary>
public sealed class EndTests
{
    [Test]
    public async Task At_the_end_of_the_stream_all_that_was_received_is_still_answered()
    {
        const int Count = 100;
        await using RawPeer peer = RawPeer.Start(methods => methods.OnRequest("ask", Concurrency.Concurrent, async _ => await Task.Yield()));
        for (int i = 0; i < Count; i++)
        {
            await peer.RequestAsync(i, "ask");
        }

        await peer.CloseAsync();
        ConnectionEnd end = await peer.Connection.Completion;

        Assert.That(end.Kind, Is.EqualTo(ConnectionEndKind.EndOfStream));
        for (int i = 0; i < Count; i++)
        {
            Assert.That(await peer.ReceiveAsync(), Does.Contain("\"result\":null"));
        }

        Assert.That(await peer.ReceiveAsync(), Is.Null);
    }

    [TestCase("Content-Type: none\r\n\r\n")]
    [TestCase("Content-Length: -5\r\n\r\n")]
    [TestCase("Content-Length: 2147483647\r\n\r\n")]
    public async Task A_framing_fault_ends_it_and_says_why(string bytes)
    {
        await using RawPeer peer = RawPeer.Start();

        await peer.SendRawAsync(bytes);
        ConnectionEnd end = await peer.Connection.Completion;

        Assert.That(end.Kind, Is.EqualTo(ConnectionEndKind.FramingFault));
        Assert.That(peer.Log.Events.Last().Kind, Is.EqualTo(JsonRpcEventKind.ConnectionEnded));
        Assert.That(peer.Log.Events.Last().Sentence, Is.EqualTo(end.Sentence));
        Assert.That(await peer.ReceiveAsync(), Is.Null);
    }

    [Test]
    public async Task A_cut_frame_is_a_framing_fault()
    {
        await using RawPeer peer = RawPeer.Start();

        await peer.SendRawAsync("Content-Length: 10\r\n\r\n{");
        await peer.CloseAsync();

        Assert.That((await peer.Connection.Completion).Kind, Is.EqualTo(ConnectionEndKind.FramingFault));
    }

    [TestCase("", ConnectionEndKind.EndOfStream)]
    [TestCase("x\r\n", ConnectionEndKind.FramingFault)]
    public async Task Pending_requests_fail_with_the_reason(string lastWords, ConnectionEndKind kind)
    {
        await using RawPeer peer = RawPeer.Start();
        Task<int> pending = peer.Connection.RequestAsync("ask", Payloads.Default.Int32, CancellationToken.None);

        await peer.SendRawAsync(lastWords);
        await peer.CloseAsync();

        JsonRpcConnectionLostException? thrown = Assert.ThrowsAsync<JsonRpcConnectionLostException>(async () => await pending);
        Assert.That(thrown?.End.Kind, Is.EqualTo(kind));
        Assert.That(thrown?.Message, Does.Contain(thrown!.End.Sentence));
    }

    [Test]
    public async Task After_the_end_requests_fail_and_notifications_are_dropped()
    {
        await using RawPeer peer = RawPeer.Start();
        await peer.CloseAsync();
        await peer.Connection.Completion;

        Assert.That(
            async () => await peer.Connection.RequestAsync("ask", Payloads.Default.Int32, CancellationToken.None),
            Throws.InstanceOf<JsonRpcConnectionLostException>());
        await peer.Connection.NotifyAsync("note", CancellationToken.None);
        await peer.Connection.FlushAsync(CancellationToken.None);
        Assert.That(await peer.ReceiveAsync(), Is.Null);
    }

    [Test]
    public async Task Disposing_cancels_what_runs_and_sends_what_waits()
    {
        TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawPeer peer = RawPeer.Start(methods => methods.OnNotification("wait", Concurrency.Exclusive, async token =>
        {
            await using CancellationTokenRegistration registration = token.Register(cancelled.SetResult);
            running.SetResult();
            await cancelled.Task;
        }));
        await peer.NotifyAsync("wait");
        await running.Task;
        await peer.Connection.NotifyAsync("goodbye", CancellationToken.None);

        await peer.Connection.DisposeAsync();
        await peer.Connection.DisposeAsync();
        await cancelled.Task;

        Assert.That((await peer.Connection.Completion).Kind, Is.EqualTo(ConnectionEndKind.Disposed));
        Assert.That(await peer.ReceiveAsync(), Does.Contain("goodbye"));
        Assert.That(await peer.ReceiveAsync(), Is.Null);
    }

    [Test]
    public async Task A_handler_may_dispose_of_the_connection()
    {
        await using RawPeer peer = RawPeer.Start((methods, connection) =>
            methods.OnNotification("exit", Concurrency.Exclusive, async _ => await connection().DisposeAsync()));

        await peer.NotifyAsync("exit");

        Assert.That((await peer.Connection.Completion).Kind, Is.EqualTo(ConnectionEndKind.Disposed));
    }

    [Test]
    public async Task Disposing_of_one_that_never_started_ends_it()
    {
        JsonRpcConnection connection = new(Stream.Null, Stream.Null, new JsonRpcMethods());

        await connection.DisposeAsync();

        Assert.That((await connection.Completion).Kind, Is.EqualTo(ConnectionEndKind.Disposed));
    }

    [Test]
    public async Task A_handler_that_hangs_holds_the_end_up_for_the_drain_time_and_no_longer()
    {
        ManualTime time = new();
        TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource never = new(TaskCreationOptions.RunContinuationsAsynchronously);
        CancellationToken ofHandler = default;
        await using RawPeer peer = RawPeer.Start(
            methods => methods.OnRequest("hang", Concurrency.Exclusive, async token =>
            {
                ofHandler = token;
                running.SetResult();
                await never.Task;
            }),
            new JsonRpcConnectionOptions { TimeProvider = time });
        await peer.RequestAsync(1, "hang");
        await running.Task;

        await peer.CloseAsync();
        Assert.That(peer.Connection.Completion.IsCompleted, Is.False);
        await time.PassAsync();

        Assert.That((await peer.Connection.Completion).Kind, Is.EqualTo(ConnectionEndKind.EndOfStream));
        Assert.That(ofHandler.IsCancellationRequested, Is.True);
    }

    [Test]
    public async Task A_stream_that_breaks_ends_it()
    {
        Mock<Stream> broken = new();
        broken.Setup(s => s.ReadAsync(It.IsAny<Memory<byte>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new IOException("Pipe is broken."));
        await using JsonRpcConnection reading = new(broken.Object, Stream.Null, new JsonRpcMethods());

        reading.Start();

        ConnectionEnd end = await reading.Completion;
        Assert.That(end.Kind, Is.EqualTo(ConnectionEndKind.StreamFailed));
        Assert.That(end.Sentence, Does.Contain("Pipe is broken."));
    }

    [Test]
    public async Task A_peer_that_hears_nothing_ends_it()
    {
        Mock<Stream> deaf = new();
        deaf.Setup(s => s.WriteAsync(It.IsAny<ReadOnlyMemory<byte>>(), It.IsAny<CancellationToken>()))
            .Throws(new IOException("Pipe is broken."));
        await using JsonRpcConnection connection = new(new Pipe().Reader.AsStream(), deaf.Object, new JsonRpcMethods());
        connection.Start();

        Task<int> asked = connection.RequestAsync("ask", Payloads.Default.Int32, CancellationToken.None);

        Assert.That((await connection.Completion).Kind, Is.EqualTo(ConnectionEndKind.StreamFailed));
        Assert.That(async () => await asked, Throws.InstanceOf<JsonRpcConnectionLostException>());
    }

    [Test]
    public async Task A_peer_that_does_not_read_ends_it_before_memory_does()
    {
        Pipe unread = new(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        JsonRpcConnectionOptions small = new() { MaxQueuedBytes = 1000, DrainTime = TimeSpan.Zero };
        await using JsonRpcConnection connection = new(
            new Pipe().Reader.AsStream(),
            unread.Writer.AsStream(),
            new JsonRpcMethods(),
            small);
        connection.Start();

        for (int i = 0; i < 100; i++)
        {
            await connection.NotifyAsync("note", CancellationToken.None);
        }

        Assert.That((await connection.Completion).Kind, Is.EqualTo(ConnectionEndKind.QueueOverflow));
    }

    [Test]
    public async Task Calls_beyond_what_may_wait_end_it()
    {
        TaskCompletionSource never = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawPeer peer = RawPeer.Start(
            methods => methods.OnNotification("hang", Concurrency.Exclusive, async _ => await never.Task),
            new JsonRpcConnectionOptions { MaxQueuedBytes = 1000 });

        for (int i = 0; i < 100; i++)
        {
            await peer.NotifyAsync("hang");
        }

        Assert.That((await peer.Connection.Completion).Kind, Is.EqualTo(ConnectionEndKind.QueueOverflow));
    }

    [Test]
    public async Task A_fault_of_this_program_is_no_quiet_end()
    {
        JsonRpcConnectionOptions faulty = new() { Admission = (_, _) => throw new InvalidOperationException("A bug.") };
        RawPeer peer = RawPeer.Start(options: faulty);

        await peer.NotifyAsync("note");

        Assert.That(async () => await peer.Connection.Completion, Throws.InvalidOperationException);
        Assert.That(async () => await peer.DisposeAsync(), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Flushing_returns_when_all_is_written()
    {
        MemoryStream output = new();
        await using JsonRpcConnection connection = new(new Pipe().Reader.AsStream(), output, new JsonRpcMethods());
        connection.Start();

        await connection.NotifyAsync("note", CancellationToken.None);
        await connection.FlushAsync(CancellationToken.None);

        Assert.That(output.ToArray(), Is.EqualTo(Frames.Of("""{"jsonrpc":"2.0","method":"note"}""")));
    }
}
