namespace HotReload.IntegrationTests;

/// <summary>What a web program marks survives its restarts, and is there before its own code reads it.</summary>
sealed class StateTests
{
    [Test]
    public async Task A_static_cache_survives_a_restart()
    {
        await using var program = await LiveProgram.StartAsync("store");
        await FillAsync(program);

        var restarted = await program.Editor.RestartAsync();

        Assert.That(restarted.Outcome, Is.EqualTo(ReloadOutcome.Restarted), restarted.Message);
        await MustHaveCacheAsync(program);
        var state = restarted.State.Types.Single(type => type is { Type: "Store.PageCache", Fate: StateFate.Kept });
        Assert.That(state.Objects, Is.EqualTo(3), "The dictionary and two pages.");
    }

    [Test]
    public async Task A_rude_edit_restarts_with_state()
    {
        await using var program = await LiveProgram.StartAsync("store");
        await FillAsync(program);
        await program.Editor.OpenAsync("Greeting.cs");
        await program.Editor.ReplaceAsync("Greeting.cs", "public static class Greeting", "public static class Greeting<T>");
        await program.Editor.OpenAsync("Program.cs");
        await program.Editor.ReplaceAsync("Program.cs", "Greeting.Text()", "Greeting<int>.Text() + \"!\"");
        Assert.That((await program.Editor.ApplyAsync()).Outcome, Is.EqualTo(ReloadOutcome.RestartRequired));

        var restarted = await program.Editor.RestartAsync();

        Assert.That(restarted.Outcome, Is.EqualTo(ReloadOutcome.Restarted), restarted.Message);
        await MustHaveCacheAsync(program);
    }

    [Test]
    public async Task A_fresh_restart_has_none_of_it()
    {
        await using var program = await LiveProgram.StartAsync("store");
        await FillAsync(program);

        var restarted = await program.Editor.RestartAsync(RestartState.Fresh);

        Assert.That(restarted.Outcome, Is.EqualTo(ReloadOutcome.Restarted), restarted.Message);
        Assert.That(restarted.State.Fate, Is.EqualTo(StateFate.Reset));
        await MustSayAsync(program, "/cache", "0 pages, 0 hits, 0 misses");
    }

    static async Task FillAsync(LiveProgram program)
    {
        await MustSayAsync(program, "/cache/one", "Page 1");
        await MustSayAsync(program, "/cache/two", "Page 2");
        await MustSayAsync(program, "/cache/ONE", "Page 1");
        await MustSayAsync(program, "/cache", "2 pages, 1 hits, 2 misses");
    }

    static async Task MustHaveCacheAsync(LiveProgram program)
    {
        await MustSayAsync(program, "/start", "2 pages, 1 hits, 0 misses");
        await MustSayAsync(program, "/cache/Two", "Page 2");
        await MustSayAsync(program, "/cache", "2 pages, 2 hits, 0 misses");
    }

    static async Task MustSayAsync(LiveProgram program, string path, string text)
    {
        await program.Web.UpAsync();
        Assert.That(await program.Web.GetAsync(path), Is.EqualTo(text), path);
    }
}
