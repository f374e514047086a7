using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class SessionGateTests
{
    [Test]
    public async Task One_turn_follows_the_other()
    {
        var gate = new SessionGate();
        var first = await gate.EnterAsync(CancellationToken.None);
        var second = gate.EnterAsync(CancellationToken.None);
        Assert.That(second.IsCompleted, Is.False);

        first.Dispose();
        (await Hang.Guard(second)).Dispose();
    }

    [Test]
    public async Task Who_waits_can_give_up()
    {
        var gate = new SessionGate();
        using var turn = await gate.EnterAsync(CancellationToken.None);
        using var patience = new CancellationTokenSource();
        var waiting = gate.EnterAsync(patience.Token);
        await patience.CancelAsync();

        Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => Hang.Guard(waiting));
    }

    [Test]
    public async Task The_stop_cancels_what_goes_on_and_waits_for_it()
    {
        var gate = new SessionGate();
        var turn = await gate.EnterAsync(CancellationToken.None);
        var stop = gate.DisposeAsync().AsTask();
        Assert.That((gate.Stopping.IsCancellationRequested, stop.IsCompleted), Is.EqualTo((true, false)));

        turn.Dispose();
        await Hang.Guard(stop);
    }

    [Test]
    public async Task Who_waits_or_comes_after_the_stop_is_told_of_it()
    {
        var gate = new SessionGate();
        var turn = await gate.EnterAsync(CancellationToken.None);
        var waiting = gate.EnterAsync(CancellationToken.None);
        var stop = gate.DisposeAsync().AsTask();

        Assert.ThrowsAsync<JsonRpcException>(() => Hang.Guard(waiting));
        turn.Dispose();
        await Hang.Guard(stop);
        Assert.ThrowsAsync<JsonRpcException>(() => Hang.Guard(gate.EnterAsync(CancellationToken.None)));
    }
}
