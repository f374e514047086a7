using HotReload.JsonRpc.Logging;
using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;
using HotReload.UnitTests.JsonRpc.Support;

namespace HotReload.UnitTests.JsonRpc.Connection;

public sealed class CancellationTests
{
    [TestCase(Concurrency.Exclusive, "1")]
    [TestCase(Concurrency.Concurrent, "1")]
    [TestCase(Concurrency.Concurrent, "\"one\"")]
    public async Task The_peer_cancels_a_running_request(Concurrency concurrency, string id)
    {
        TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawPeer peer = RawPeer.Start(methods => methods.OnRequest("wait", concurrency, async token =>
        {
            running.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        }));

        await peer.SendAsync($$"""{"jsonrpc":"2.0","id":{{id}},"method":"wait"}""");
        await running.Task;
        await peer.NotifyAsync("$/cancelRequest", $$"""{"id":{{id}}}""");

        Assert.That(await peer.ReceiveErrorAsync(id), Is.EqualTo(JsonRpcErrorCodes.RequestCancelled));
    }

    [Test]
    public async Task The_peer_cancels_a_request_that_has_not_begun()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool begun = false;
        await using RawPeer peer = RawPeer.Start(methods =>
        {
            methods.OnNotification("change", Concurrency.Exclusive, async _ => await go.Task);
            methods.OnRequest("ask", Concurrency.Concurrent, _ =>
            {
                begun = true;
                return ValueTask.CompletedTask;
            });
        });

        await peer.NotifyAsync("change");
        await peer.RequestAsync(1, "ask");
        await peer.NotifyAsync("$/cancelRequest", """{"id":1}""");
        await peer.ReadByConnectionAsync();
        go.SetResult();

        Assert.That(await peer.ReceiveErrorAsync("1"), Is.EqualTo(JsonRpcErrorCodes.RequestCancelled));
        Assert.That(begun, Is.False);
    }

    [Test]
    public async Task Cancelling_what_is_answered_or_unknown_does_nothing()
    {
        await using RawPeer peer = RawPeer.Start(methods => methods.OnRequest("ask", Concurrency.Concurrent, _ => ValueTask.CompletedTask));

        await peer.RequestAsync(1, "ask");
        await peer.ReceiveAsync();
        await peer.NotifyAsync("$/cancelRequest", """{"id":1}""");
        await peer.NotifyAsync("$/cancelRequest", """{"id":"never"}""");
        await peer.RequestAsync(1, "ask");

        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":1,"result":null}"""));
        Assert.That(peer.Log.Events, Is.Empty);
    }

    [Test]
    public async Task A_handler_that_finishes_all_the_same_gives_its_result()
    {
        TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawPeer peer = RawPeer.Start(methods => methods.OnRequest(
            "wait",
            Concurrency.Concurrent,
            Payloads.Default.Int32,
            async token =>
            {
                TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
                await using CancellationTokenRegistration registration = token.Register(cancelled.SetResult);
                running.SetResult();
                await cancelled.Task;
                return 5;
            }));

        await peer.RequestAsync(1, "wait");
        await running.Task;
        await peer.NotifyAsync("$/cancelRequest", """{"id":1}""");

        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":1,"result":5}"""));
    }

    [Test]
    public async Task This_side_cancels_a_request_and_passes_over_its_answer()
    {
        await using RawPeer peer = RawPeer.Start();
        using CancellationTokenSource cancel = new();

        Task<int> asked = peer.Connection.RequestAsync("ask", Payloads.Default.Int32, cancel.Token);
        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":1,"method":"ask"}"""));
        await cancel.CancelAsync();

        Assert.That(async () => await asked, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}"""));

        await peer.SendAsync("""{"jsonrpc":"2.0","id":1,"error":{"code":-32800,"message":"Cancelled."}}""");
        await peer.ReadByConnectionAsync();
        Assert.That(peer.Log.Kinds, Is.EqualTo([JsonRpcEventKind.UnreadableMessage]));
    }

    [Test]
    public async Task A_request_whose_token_is_cancelled_already_is_not_sent()
    {
        await using RawPeer peer = RawPeer.Start();
        CancellationToken cancelled = new(canceled: true);

        Assert.That(
            async () => await peer.Connection.RequestAsync("ask", Payloads.Default.Int32, cancelled),
            Throws.InstanceOf<OperationCanceledException>());
        await peer.Connection.NotifyAsync("note", CancellationToken.None);

        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","method":"note"}"""));
    }

    [Test]
    public async Task An_id_in_use_is_refused_and_its_request_goes_on()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawPeer peer = RawPeer.Start(methods => methods.OnRequest("wait", Concurrency.Concurrent, async _ => await go.Task));

        await peer.RequestAsync(1, "wait");
        await peer.RequestAsync(1, "wait");
        Assert.That(await peer.ReceiveErrorAsync("1"), Is.EqualTo(JsonRpcErrorCodes.InvalidRequest));
        go.SetResult();

        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":1,"result":null}"""));
    }
}
