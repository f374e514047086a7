using System.Text.Json;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Framing;
using HotReload.JsonRpc.Logging;
using HotReload.JsonRpc.Messages;
using HotReload.UnitTests.JsonRpc.Support;

namespace HotReload.UnitTests.JsonRpc.Connection;

/// <summary>What this side's requests get.</summary>
public sealed class RequestTests
{
    [Test]
    public async Task A_result_is_read_as_its_type()
    {
        await using RawPeer peer = RawPeer.Start();

        Task<Words> asked = peer.Connection.RequestAsync(
            "say",
            new Numbers(1, 2),
            Payloads.Default.Numbers,
            Payloads.Default.Words,
            CancellationToken.None);
        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":1,"method":"say","params":{"a":1,"b":2}}"""));
        await peer.SendAsync("""{"result":{"text":"zażółć"},"error":null,"id":1,"jsonrpc":"2.0"}""");

        Assert.That(await asked, Is.EqualTo(new Words("zażółć")));
    }

    [Test]
    public async Task Null_is_a_result_where_the_type_has_it()
    {
        await using RawPeer peer = RawPeer.Start();

        Task<int?> number = peer.Connection.RequestAsync("ask", Payloads.Default.NullableInt32, CancellationToken.None);
        Task<JsonElement> raw = peer.Connection.RequestAsync("ask", JsonRpcRaw.Element, CancellationToken.None);
        Task<Words> words = peer.Connection.RequestAsync("ask", Payloads.Default.Words, CancellationToken.None);
        for (int id = 1; id <= 3; id++)
        {
            await peer.SendAsync($$"""{"jsonrpc":"2.0","id":{{id}},"result":null}""");
        }

        Assert.That(await number, Is.Null);
        Assert.That((await raw).ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(async () => await words, Throws.InstanceOf<JsonRpcRemoteException>());
    }

    [Test]
    public async Task An_error_is_thrown_with_its_code_and_data()
    {
        await using RawPeer peer = RawPeer.Start();

        Task<int> asked = peer.Connection.RequestAsync("ask", Payloads.Default.Int32, CancellationToken.None);
        await peer.SendAsync("""{"jsonrpc":"2.0","id":1,"error":{"code":-5,"message":"No luck.","data":{"x":1}}}""");

        JsonRpcRemoteException? thrown = Assert.ThrowsAsync<JsonRpcRemoteException>(async () => await asked);
        Assert.That(thrown?.Error.Code, Is.EqualTo(-5));
        Assert.That(thrown?.Message, Is.EqualTo("No luck."));
        Assert.That(thrown?.Error.Data?.GetProperty("x").GetInt32(), Is.EqualTo(1));
    }

    [TestCase("""{"jsonrpc":"2.0","id":1,"result":"five"}""")]
    [TestCase("""{"jsonrpc":"2.0","id":1,"error":"no"}""")]
    [TestCase("""{"jsonrpc":"2.0","id":1,"error":{"code":99999999999,"message":"no"}}""")]
    [TestCase("""{"jsonrpc":"2.0","id":1,"error":{}}""")]
    public async Task An_answer_that_does_not_fit_fails_its_request_alone(string answer)
    {
        await using RawPeer peer = RawPeer.Start();

        Task<int> asked = peer.Connection.RequestAsync("ask", Payloads.Default.Int32, CancellationToken.None);
        Task<int> next = peer.Connection.RequestAsync("ask", Payloads.Default.Int32, CancellationToken.None);
        await peer.SendAsync(answer);
        await peer.SendAsync("""{"jsonrpc":"2.0","id":2,"result":5}""");

        Assert.That(async () => await asked, Throws.InstanceOf<JsonRpcRemoteException>());
        Assert.That(await next, Is.EqualTo(5));
    }

    [Test]
    public async Task Answers_that_nobody_waits_for_are_told_and_ignored()
    {
        await using RawPeer peer = RawPeer.Start();

        Task<int> asked = peer.Connection.RequestAsync("ask", Payloads.Default.Int32, CancellationToken.None);
        await peer.SendAsync("""{"jsonrpc":"2.0","id":"1","result":1}""");
        await peer.SendAsync("""{"jsonrpc":"2.0","id":2,"result":2}""");
        await peer.SendAsync("""{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"What?"}}""");
        await peer.SendAsync("""{"jsonrpc":"2.0","id":1,"result":5}""");
        await peer.SendAsync("""{"jsonrpc":"2.0","id":1,"result":6}""");
        await peer.CloseAsync();
        await peer.Connection.Completion;

        Assert.That(await asked, Is.EqualTo(5));
        Assert.That(peer.Log.Kinds.Count(kind => kind == JsonRpcEventKind.UnknownResponse), Is.EqualTo(4));
    }

    [Test]
    public async Task A_message_over_the_limit_is_not_sent()
    {
        await using RawPeer peer = RawPeer.Start(options: new JsonRpcConnectionOptions { Limits = new FrameLimits(MaxBodyBytes: 100) });
        string long100 = new('x', 100);

        Assert.That(
            async () => await peer.Connection.NotifyAsync("note", long100, Payloads.Default.String, CancellationToken.None),
            Throws.ArgumentException);
        Assert.That(
            async () => await peer.Connection.RequestAsync(
                "ask",
                long100,
                Payloads.Default.String,
                Payloads.Default.Int32,
                CancellationToken.None),
            Throws.ArgumentException);
        await peer.Connection.NotifyAsync("note", CancellationToken.None);

        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","method":"note"}"""));
    }
}
