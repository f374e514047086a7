using System.Text;
using System.Text.Json;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Framing;
using HotReload.JsonRpc.Logging;
using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;
using HotReload.UnitTests.JsonRpc.Support;

namespace HotReload.UnitTests.JsonRpc.Connection;

/// <summary>What the peer's requests are answered with, good and bad.</summary>
public sealed class AnswersTests
{
    [TestCase("1")]
    [TestCase("0")]
    [TestCase("-7")]
    [TestCase("9007199254740993")]
    [TestCase("\"one\"")]
    [TestCase("\"1\"")]
    [TestCase("\"\"")]
    public async Task An_id_is_given_back_as_it_came(string id)
    {
        await using RawPeer peer = RawPeer.Start(Calculator);

        await peer.SendAsync($$"""{"method":"add","params":{"a":2,"b":3},"id":{{id}},"jsonrpc":"2.0"}""");

        Assert.That(await peer.ReceiveAsync(), Is.EqualTo($$"""{"jsonrpc":"2.0","id":{{id}},"result":5}"""));
    }

    [Test]
    public async Task A_method_may_have_no_parameters_and_no_result()
    {
        await using RawPeer peer = RawPeer.Start(methods =>
            methods.OnRequest("shutdown", Concurrency.Exclusive, _ => ValueTask.CompletedTask));

        await peer.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"shutdown"}""");
        await peer.SendAsync("""{"jsonrpc":"2.0","id":2,"method":"shutdown","params":null}""");

        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":1,"result":null}"""));
        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":2,"result":null}"""));
    }

    [TestCase("""{"a":[1,"two"]}""")]
    [TestCase("[1,2]")]
    [TestCase("null")]
    public async Task Raw_parameters_and_results_pass_through(string json)
    {
        await using RawPeer peer = RawPeer.Start(Calculator);

        await peer.RequestAsync(1, "echo", json);

        Assert.That(await peer.ReceiveAsync(), Is.EqualTo($$"""{"jsonrpc":"2.0","id":1,"result":{{json}}}"""));
    }

    [Test]
    public async Task Text_of_any_script_comes_back_unescaped()
    {
        await using RawPeer peer = RawPeer.Start(Calculator);

        await peer.RequestAsync(1, "echo", """{"t":"zażółć 🚀 <b>'日本'"}""");

        Assert.That(await peer.ReceiveAsync(), Does.Contain("zażółć").And.Contain("<b>'日本'"));
    }

    [TestCase("{", "null", JsonRpcErrorCodes.ParseError)]
    [TestCase("", "null", JsonRpcErrorCodes.ParseError)]
    [TestCase("{} {}", "null", JsonRpcErrorCodes.ParseError)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"add",}""", "null", JsonRpcErrorCodes.ParseError)]
    [TestCase("\uFEFF{}", "null", JsonRpcErrorCodes.ParseError)]
    [TestCase("[", "null", JsonRpcErrorCodes.ParseError)]
    [TestCase("[]", "null", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""[{"jsonrpc":"2.0","id":1,"method":"add"}]""", "null", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("1", "null", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("{}", "null", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"id":1,"method":"add"}""", "1", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"jsonrpc":"1.0","id":1,"method":"add"}""", "1", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"jsonrpc":2.0,"id":1,"method":"add"}""", "1", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"jsonrpc":"2.0","id":1}""", "1", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":5}""", "1", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":{"id":2}}""", "1", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"jsonrpc":"2.0","id":null,"method":"add"}""", "null", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"jsonrpc":"2.0","id":1.5,"method":"add"}""", "null", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"jsonrpc":"2.0","id":{},"method":"add"}""", "null", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"jsonrpc":"2.0","id":99999999999999999999,"method":"add"}""", "null", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"\ud800"}""", "null", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"jsonrpc":"1.0","id":1,"result":5}""", "null", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"subtract"}""", "1", JsonRpcErrorCodes.MethodNotFound)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"$/subtract"}""", "1", JsonRpcErrorCodes.MethodNotFound)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"note"}""", "1", JsonRpcErrorCodes.MethodNotFound)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"add"}""", "1", JsonRpcErrorCodes.InvalidParams)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"add","params":null}""", "1", JsonRpcErrorCodes.InvalidParams)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"add","params":[1,2]}""", "1", JsonRpcErrorCodes.InvalidParams)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"add","params":5}""", "1", JsonRpcErrorCodes.InvalidParams)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"add","params":{"a":1}}""", "1", JsonRpcErrorCodes.InvalidParams)]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"add","params":{"a":1,"b":"2"}}""", "1", JsonRpcErrorCodes.InvalidParams)]
    public async Task A_bad_message_gets_its_error_and_the_next_one_is_answered(string message, string id, int code)
    {
        await using RawPeer peer = RawPeer.Start(Calculator);

        await peer.SendAsync(message);
        Assert.That(await peer.ReceiveErrorAsync(id), Is.EqualTo(code));

        await peer.RequestAsync(7, "add", """{"a":2,"b":3}""");
        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":7,"result":5}"""));
    }

    [Test]
    public async Task What_is_not_UTF8_is_a_parse_error()
    {
        await using RawPeer peer = RawPeer.Start(Calculator);

        await peer.SendAsync([.. Encoding.UTF8.GetBytes("""{"jsonrpc":"2.0","id":1,"method":"""), (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}']);

        Assert.That(await peer.ReceiveErrorAsync("null"), Is.EqualTo(JsonRpcErrorCodes.ParseError));
    }

    [TestCase(10_000)]
    [TestCase(1_000_000)]
    [TestCase(EnvelopeDepth)]
    public async Task Nesting_too_deep_is_a_parse_error(int depth)
    {
        await using RawPeer peer = RawPeer.Start(Calculator);

        await peer.RequestAsync(1, "echo", new string('[', depth) + new string(']', depth));
        Assert.That(await peer.ReceiveErrorAsync("null"), Is.EqualTo(JsonRpcErrorCodes.ParseError));

        await peer.RequestAsync(2, "echo", new string('[', EnvelopeDepth - 1) + new string(']', EnvelopeDepth - 1));
        Assert.That(await peer.ReceiveAsync(), Does.Contain("\"result\":[[["));
    }

    [Test]
    public async Task A_deliberate_error_is_sent_with_its_data()
    {
        await using RawPeer peer = RawPeer.Start(methods => methods.OnRequest(
            "fail",
            Concurrency.Concurrent,
            _ => throw new JsonRpcException(-5, "No luck.", JsonElement.Parse("[1]"))));

        await peer.RequestAsync(1, "fail");

        Assert.That(
            await peer.ReceiveAsync(),
            Is.EqualTo("""{"jsonrpc":"2.0","id":1,"error":{"code":-5,"message":"No luck.","data":[1]}}"""));
        Assert.That(peer.Log.Events, Is.Empty);
    }

    [TestCase(Concurrency.Exclusive)]
    [TestCase(Concurrency.Concurrent)]
    public async Task A_handler_that_fails_gives_an_internal_error_and_harms_nothing_else(Concurrency concurrency)
    {
        await using RawPeer peer = RawPeer.Start(methods =>
        {
            Calculator(methods);
            methods.OnRequest("fail", concurrency, Payloads.Default.Int32, async _ =>
            {
                await Task.Yield();
                throw new InvalidOperationException("Out of cheese.");
            });
        });

        await peer.RequestAsync(1, "fail");
        Assert.That(
            await peer.ReceiveAsync(),
            Is.EqualTo("""{"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"Out of cheese."}}"""));
        Assert.That(peer.Log.Events.Single().Exception, Is.TypeOf<InvalidOperationException>());

        await peer.RequestAsync(2, "add", """{"a":2,"b":3}""");
        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":2,"result":5}"""));
    }

    [Test]
    public async Task An_error_of_another_peer_is_not_passed_on_as_ours()
    {
        await using RawPeer peer = RawPeer.Start(methods => methods.OnRequest(
            "fail",
            Concurrency.Concurrent,
            _ => throw new JsonRpcRemoteException(new JsonRpcError(-5, "Not yours."))));

        await peer.RequestAsync(1, "fail");

        Assert.That(await peer.ReceiveErrorAsync("1"), Is.EqualTo(JsonRpcErrorCodes.InternalError));
    }

    [Test]
    public async Task Notifications_that_are_unknown_bad_or_failing_get_no_answer()
    {
        await using RawPeer peer = RawPeer.Start(methods =>
        {
            Calculator(methods);
            methods.OnNotification("fail", Concurrency.Exclusive, _ => throw new InvalidOperationException("Out of cheese."));
        });

        await peer.NotifyAsync("unheardOf");
        await peer.NotifyAsync("$/progress");
        await peer.NotifyAsync("add", """{"a":2,"b":3}""");
        await peer.NotifyAsync("note", """{"text":null}""");
        await peer.NotifyAsync("fail");
        await peer.NotifyAsync("$/cancelRequest", """{"id":[]}""");
        await peer.RequestAsync(1, "add", """{"a":2,"b":3}""");

        Assert.That(await peer.ReceiveAsync(), Is.EqualTo("""{"jsonrpc":"2.0","id":1,"result":5}"""));
        Assert.That(peer.Log.Kinds, Is.EquivalentTo(
        [
            JsonRpcEventKind.UnknownNotification,
            JsonRpcEventKind.UnknownNotification,
            JsonRpcEventKind.UnknownNotification,
            JsonRpcEventKind.BadNotification,
            JsonRpcEventKind.HandlerFailed,
            JsonRpcEventKind.BadNotification,
        ]));
    }

    [Test]
    public async Task An_answer_over_the_limit_becomes_an_error()
    {
        JsonRpcConnectionOptions small = new() { Limits = new FrameLimits(MaxBodyBytes: 200) };
        await using RawPeer peer = RawPeer.Start(
            methods => methods.OnRequest("big", Concurrency.Exclusive, Payloads.Default.String, _ => ValueTask.FromResult(new string('x', 200))),
            small);

        await peer.RequestAsync(1, "big");

        Assert.That(await peer.ReceiveErrorAsync("1"), Is.EqualTo(JsonRpcErrorCodes.InternalError));
    }

    [Test]
    public async Task The_log_never_quotes_a_message()
    {
        await using RawPeer peer = RawPeer.Start(Calculator);

        await peer.SendAsync("hunter2");
        await peer.SendAsync("""{"hunter2":1}""");
        await peer.NotifyAsync("note", """{"hunter2":"hunter2"}""");
        await peer.NotifyAsync("note", """ "hunter2" """);
        await peer.SendAsync("""{"jsonrpc":"2.0","id":"hunter2","result":"hunter2"}""");
        await peer.SendAsync("""{"jsonrpc":"2.0","id":"hunter2","error":{"code":1,"message":"hunter2"}}""");
        await peer.CloseAsync();
        await peer.Connection.Completion;

        Assert.That(peer.Log.Events, Has.Count.EqualTo(7));
        Assert.That(peer.Log.Events.Select(e => e.ToString()), Has.None.Contain("hunter2"));
    }

    /// <summary>What the parameters of a message must not reach: the message itself is the first of the 64 levels.</summary>
    const int EnvelopeDepth = 64;

    static void Calculator(JsonRpcMethods methods)
    {
        methods.OnRequest(
            "add",
            Concurrency.Concurrent,
            Payloads.Default.Numbers,
            Payloads.Default.Int32,
            (numbers, _) => ValueTask.FromResult(numbers.A + numbers.B));
        methods.OnRequest("echo", Concurrency.Concurrent, JsonRpcRaw.Element, JsonRpcRaw.Element, (json, _) => ValueTask.FromResult(json));
        methods.OnNotification("note", Payloads.Default.Words, _ => { });
    }
}
