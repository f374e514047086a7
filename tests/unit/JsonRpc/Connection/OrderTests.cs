using System.Collections.Concurrent;
using System.Text.Json;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;
using HotReload.UnitTests.JsonRpc.Support;

namespace HotReload.UnitTests.JsonRpc.Connection;

/// <summary>What runs when.</summary>
public sealed class OrderTests
{
    [Test]
    public async Task An_exclusive_handler_ends_before_the_next_message_is_dispatched()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ConcurrentQueue<string> order = new();
        await using RawPeer peer = RawPeer.Start(methods =>
        {
            methods.OnNotification("change", Concurrency.Exclusive, async _ =>
            {
                order.Enqueue("change begins");
                await go.Task;
                order.Enqueue("change ends");
            });
            methods.OnNotification("next", Concurrency.Concurrent, _ =>
            {
                order.Enqueue("next");
                return ValueTask.CompletedTask;
            });
            methods.OnRequest("last", Concurrency.Concurrent, _ => ValueTask.CompletedTask);
        });

        await peer.NotifyAsync("change");
        await peer.NotifyAsync("next");
        await peer.RequestAsync(1, "last");
        await peer.ReadByConnectionAsync();
        go.SetResult();

        Assert.That(await peer.ReceiveAsync(), Does.Contain("\"id\":1"));
        Assert.That(order, Is.EqualTo(["change begins", "change ends", "next"]));
    }

    [Test]
    public async Task A_concurrent_handler_holds_nobody_up()
    {
        TaskCompletionSource<int> slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawPeer peer = RawPeer.Start(methods =>
        {
            methods.OnRequest("slow", Concurrency.Concurrent, Payloads.Default.Int32, async _ => await slow.Task);
            methods.OnNotification("change", Payloads.Default.Words, words => slow.SetResult(words.Text.Length));
        });

        await peer.RequestAsync(1, "slow");
        await peer.NotifyAsync("change", """{"text":"four"}""");

        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":1,"result":4}"""));
    }

    [Test]
    public async Task Concurrent_handlers_see_the_state_as_of_their_place_in_the_stream()
    {
        const int Count = 500;
        int state = 0;
        await using RawPeer peer = RawPeer.Start(methods =>
        {
            methods.OnNotification("change", Payloads.Default.Words, _ => state++);
            methods.OnRequest("read", Concurrency.Concurrent, Payloads.Default.Int32, async _ =>
            {
                int snapshot = state;
                await Task.Yield();
                return snapshot;
            });
        });

        for (int i = 1; i <= Count; i++)
        {
            await peer.NotifyAsync("change", """{"text":""}""");
            await peer.RequestAsync(i, "read");
        }

        List<string?> answers = [];
        for (int i = 1; i <= Count; i++)
        {
            answers.Add(await peer.ReceiveAsync());
        }

        Assert.That(answers, Is.EquivalentTo(
            Enumerable.Range(1, Count).Select(i => $$"""{"jsonrpc":"2.0","id":{{i}},"result":{{i}}}""")));
    }

    [Test]
    public async Task An_exclusive_handler_may_ask_the_peer_something()
    {
        await using RawPeer peer = RawPeer.Start((methods, connection) => methods.OnRequest(
            "initialize",
            Concurrency.Exclusive,
            Payloads.Default.Int32,
            async token => await connection().RequestAsync("configuration", Payloads.Default.Int32, token)));

        await peer.RequestAsync(1, "initialize");
        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":1,"method":"configuration"}"""));
        await peer.SendAsync("""{"jsonrpc":"2.0","id":1,"result":42}""");

        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":1,"result":42}"""));
    }

    [Test]
    public async Task Messages_are_sent_in_the_order_of_the_calls()
    {
        const int Count = 300;
        await using RawPeer peer = RawPeer.Start();
        for (int i = 0; i < Count; i++)
        {
            await peer.Connection.NotifyAsync("note", i, Payloads.Default.Int32, CancellationToken.None);
            _ = peer.Connection.RequestAsync("ask", i, Payloads.Default.Int32, JsonRpcRaw.Element, CancellationToken.None);
        }

        for (int i = 0; i < Count; i++)
        {
            Assert.That(await peer.ReceiveAsync(), Is.EqualTo($$"""{"jsonrpc":"2.0","method":"note","params":{{i}}}"""));
            Assert.That(await peer.ReceiveAsync(), Is.EqualTo($$"""{"jsonrpc":"2.0","id":{{i + 1}},"method":"ask","params":{{i}}}"""));
        }
    }

    [Test]
    public async Task A_thousand_requests_at_once_each_get_their_own_answer()
    {
        const int Count = 1000;
        await using RawPeer peer = RawPeer.Start();
        Task<int>[] requests =
        [
            .. Enumerable.Range(0, Count).Select(i => Task.Run(() =>
                peer.Connection.RequestAsync("double", i, Payloads.Default.Int32, Payloads.Default.Int32, CancellationToken.None))),
        ];

        Stack<string> answers = [];
        for (int i = 0; i < Count; i++)
        {
            JsonElement request = JsonElement.Parse((await peer.ReceiveAsync())!);
            int doubled = 2 * request.GetProperty("params").GetInt32();
            answers.Push($$"""{"jsonrpc":"2.0","id":{{request.GetProperty("id").GetInt64()}},"result":{{doubled}}}""");
        }

        foreach (string answer in answers)
        {
            await peer.SendAsync(answer);
        }

        Assert.That(await Task.WhenAll(requests), Is.EqualTo(Enumerable.Range(0, Count).Select(i => 2 * i)));
    }

    [Test]
    public async Task A_refused_call_reaches_no_handler()
    {
        bool initialized = false;
        bool handled = false;
        await using RawPeer peer = RawPeer.Start(
            methods =>
            {
                methods.OnRequest("initialize", Concurrency.Exclusive, async _ =>
                {
                    await Task.Yield();
                    initialized = true;
                });
                methods.OnRequest("ask", Concurrency.Concurrent, _ => ValueTask.CompletedTask);
                methods.OnNotification("note", Payloads.Default.Words, _ => handled = true);
            },
            new JsonRpcConnectionOptions
            {
                Admission = (method, _) => initialized || method == "initialize"
                    ? null
                    : new JsonRpcError(JsonRpcErrorCodes.ServerNotInitialized, "Not yet."),
            });

        await peer.NotifyAsync("note", """{"text":""}""");
        await peer.RequestAsync(1, "ask");
        await peer.RequestAsync(2, "unheardOf");
        await peer.RequestAsync(3, "initialize");
        await peer.RequestAsync(4, "ask");

        Assert.That(await peer.ReceiveErrorAsync("1"), Is.EqualTo(JsonRpcErrorCodes.ServerNotInitialized));
        Assert.That(await peer.ReceiveErrorAsync("2"), Is.EqualTo(JsonRpcErrorCodes.ServerNotInitialized));
        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":3,"result":null}"""));
        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":4,"result":null}"""));
        Assert.That(handled, Is.False);
    }

    [Test]
    public void Methods_are_registered_once_and_before_the_start()
    {
        JsonRpcMethods methods = new();
        methods.OnRequest("a", Concurrency.Exclusive, _ => ValueTask.CompletedTask);
        JsonRpcConnection connection = new(Stream.Null, Stream.Null, methods);

        Assert.That(
            () => methods.OnRequest("a", Concurrency.Exclusive, _ => ValueTask.CompletedTask),
            Throws.InvalidOperationException);
        connection.Start();
        Assert.That(
            () => methods.OnRequest("b", Concurrency.Exclusive, _ => ValueTask.CompletedTask),
            Throws.InvalidOperationException);
    }
}
