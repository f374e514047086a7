using System.IO.Pipelines;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Methods;
using HotReload.UnitTests.JsonRpc.Support;

namespace HotReload.UnitTests.JsonRpc.Connection;

/// <summary>Two connections that talk to each other.</summary>
public sealed class DuplexTests
{
    [Test]
    public async Task Both_sides_ask_and_answer_at_once()
    {
        const int Count = 1000;
        Pipe there = new();
        Pipe back = new();
        await using JsonRpcConnection one = new(back.Reader.AsStream(), there.Writer.AsStream(), Adding(1));
        await using JsonRpcConnection two = new(there.Reader.AsStream(), back.Writer.AsStream(), Adding(2));
        one.Start();
        two.Start();

        Task<int[]> ofTwo = Task.WhenAll(Enumerable.Range(0, Count).Select(i => AskAsync(one, i)));
        Task<int[]> ofOne = Task.WhenAll(Enumerable.Range(0, Count).Select(i => AskAsync(two, i)));

        Assert.That(await ofTwo, Is.EqualTo(Enumerable.Range(2, Count)));
        Assert.That(await ofOne, Is.EqualTo(Enumerable.Range(1, Count)));
    }

    [Test]
    public async Task When_one_side_leaves_the_other_sees_a_clean_end()
    {
        Pipe there = new();
        Pipe back = new();
        await using JsonRpcConnection one = new(back.Reader.AsStream(), there.Writer.AsStream(), Adding(1));
        await using JsonRpcConnection two = new(there.Reader.AsStream(), back.Writer.AsStream(), Adding(2));
        one.Start();
        two.Start();

        await one.DisposeAsync();

        Assert.That((await two.Completion).Kind, Is.EqualTo(ConnectionEndKind.EndOfStream));
    }

    static Task<int> AskAsync(JsonRpcConnection peer, int number) =>
        peer.RequestAsync("add", number, Payloads.Default.Int32, Payloads.Default.Int32, CancellationToken.None);

    static JsonRpcMethods Adding(int addend)
    {
        JsonRpcMethods methods = new();
        methods.OnRequest("add", Concurrency.Concurrent, Payloads.Default.Int32, Payloads.Default.Int32, async (number, _) =>
        {
            await Task.Yield();
            return number + addend;
        });
        return methods;
    }
}
