using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;

namespace HotReload.IntegrationTests;

/// <summary>What a program has marked, taken and brought back while it runs.</summary>
sealed class SnapshotTests
{
    [Test]
    public async Task Steps_lead_back_and_forth_in_time()
    {
        await using var program = await Shared.Server.StartAsync("keeper");
        await program.Web.UpAsync("/basket");
        await program.Web.PostAsync("/basket/tea");
        var first = await program.Editor.RequestAsync<SessionParams, StateSnapshot>("hotReload/takeSnapshot", new());
        await program.Web.PostAsync("/basket/milk");

        // A reload takes one by itself.
        program.MustBeApplied(await program.SaveAsync("Till.cs", "return text.Length;", "return 2 * text.Length;"));
        await program.Editor.EventAsync("snapshotTaken", occurred => occurred.Message.StartsWith("Snapshot 2", StringComparison.Ordinal));
        await program.Web.PostAsync("/basket/sugar");
        Assert.That(await program.Web.GetAsync("/basket"), Is.EqualTo("tea, milk, sugar"));

        var back = await RestoreAsync(program, new());
        Assert.That(await program.Web.GetAsync("/basket"), Is.EqualTo("tea"));
        Assert.That(back.Snapshot, Is.EqualTo(first));
        Assert.That(back.State.Fate, Is.LessThanOrEqualTo(StateFate.Migrated), string.Join('\n', back.State.Types));
        var forth = await RestoreAsync(program, new(Step: SnapshotStep.Forth));
        Assert.That(await program.Web.GetAsync("/basket"), Is.EqualTo("tea, milk"));
        Assert.That((forth.Snapshot.Id, forth.Snapshot.Reason), Is.EqualTo((2, SnapshotReason.Reload)));
        await RestoreAsync(program, new(Snapshot: first.Id));
        Assert.That(await program.Web.GetAsync("/basket"), Is.EqualTo("tea"));

        // For people to read, and for tests to compare.
        var state = await program.Editor.StateAsync();
        Assert.That(state.Find("Keeper.Basket")!.ToJsonString(), Is.EqualTo("""{"s_items":["tea"]}"""));
        await program.Web.PostAsync("/basket/bread");
        Assert.That((await program.Editor.StateAsync()).Differences(state), Is.EqualTo(new[] { "Keeper.Basket.s_items" }));

        var list = await program.Editor.RequestAsync<SessionParams, SnapshotList>("hotReload/snapshots", new());
        Assert.That((list.Snapshots.Select(snapshot => snapshot.Id), list.Current), Is.EqualTo((new[] { 1, 2 }, 1)));
        Assert.That(
            async () => await RestoreAsync(program, new()),
            Throws.InstanceOf<JsonRpcRemoteException>().With.Message.Contains("There is no such snapshot"));
    }

    static Task<SnapshotRestore> RestoreAsync(LiveProgram program, SnapshotParams wanted) =>
        program.Editor.RequestAsync<SnapshotParams, SnapshotRestore>("hotReload/restoreSnapshot", wanted);
}
