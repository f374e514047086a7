namespace HotReload.IntegrationTests;

/// <summary>
/// What a web program marks (a cache in a static field, a cart in a singleton under an interface, a counter in a background service)
/// survives, and is there before the program's own code reads it.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
sealed class StateTests
{
    int _edits;

    [Test]
    public async Task State_survives_one_delta_and_a_hundred()
    {
        await using var program = await StartAsync();
        var looked = 0;
        for (var i = 0; i < 100; i++)
        {
            var result = await EditAsync(program);
            program.MustBeApplied(result);
            if (i == 0)
            {
                await MustHaveAllAsync(program, "2 pages, 1 hits, 2 misses");
            }

            // A look that takes too long, as a first one may, is left out: it says nothing then, and nothing wrong.
            if (result.State.Types.Count(type => type.Check is StateCheck.Same or StateCheck.Changed) == 3)
            {
                looked++;
                MustBeVerified(result);
            }
        }

        Assert.That(looked, Is.GreaterThan(50), "Most looks come to their end.");
        await MustHaveAllAsync(program, "2 pages, 1 hits, 2 misses");
        await MustSayAsync(program, "/", "first 100");
    }

    [Test]
    public async Task State_survives_a_restart_and_the_result_says_so()
    {
        await using var program = await StartAsync();
        var ticks = await TicksAsync(program);

        var restarted = await program.Editor.RestartAsync();

        await MustHaveAllAsync(program, restarted);
        Assert.That(await AtStartAsync(program), Is.GreaterThanOrEqualTo(ticks), "It is there before the service starts.");
        Assert.That(
            restarted.State.Types.Where(type => type.Fate == StateFate.Kept).Select(type => (type.Type, type.Objects)),
            Is.EquivalentTo(new[] { ("Store.PageCache", 3), ("Store.Cart", 5), ("Store.Visits", 1) }));
        Assert.That(restarted.State.Types.Where(type => type.Fate == StateFate.Lost), Is.Empty);
    }

    [Test]
    public async Task State_survives_many_restarts_and_deltas()
    {
        await using var program = await StartAsync();
        for (var i = 0; i < 3; i++)
        {
            program.MustBeApplied(await EditAsync(program));
            await MustHaveAllAsync(program, await program.Editor.RestartAsync());
        }
    }

    [Test]
    public async Task State_survives_a_rude_edit()
    {
        await using var program = await StartAsync();
        await program.Editor.OpenAsync("Greeting.cs");
        await program.Editor.ReplaceAsync("Greeting.cs", "public static class Greeting", "public struct Greeting");
        await program.Editor.OpenAsync("Program.cs");
        await program.Editor.ReplaceAsync("Program.cs", "Greeting.Text()", "Greeting.Text() + \"!\"");
        Assert.That((await program.Editor.ApplyAsync()).Outcome, Is.EqualTo(ReloadOutcome.RestartRequired));

        await MustHaveAllAsync(program, await program.Editor.RestartAsync());
        await MustSayAsync(program, "/", "first!");
    }

    [Test]
    public async Task State_survives_a_change_of_the_project()
    {
        await using var program = await StartAsync(new(Restart: RestartPolicy.Auto));
        program.Fixture.Replace("Store.csproj", "<Nullable>enable</Nullable>", "<Nullable>enable</Nullable><DefineConstants>$(DefineConstants);MORE</DefineConstants>");

        await MustHaveAllAsync(program, await program.Editor.NextResultAsync(result => result.Outcome == ReloadOutcome.Restarted));
    }

    [Test]
    public async Task State_survives_a_crash_of_the_program()
    {
        await using var program = await StartAsync(new(Restart: RestartPolicy.Auto));
        await program.Editor.RestartAsync();
        await MustHaveAllAsync(program, "2 pages, 1 hits, 0 misses");
        await program.Web.GetAsync("/cache/three");
        await program.Web.GetAsync("/fail");

        var restarted = await program.Editor.NextResultAsync(result => result.Outcome == ReloadOutcome.Restarted);

        Assert.That(restarted.State.Fate, Is.EqualTo(StateFate.Kept), restarted.Message);
        await MustSayAsync(program, "/start", "3 pages, 1 hits, 0 misses");
        await MustSayAsync(program, "/cart", "2 apples, 1 pear");
    }

    [Test]
    public async Task The_next_change_after_a_crash_starts_it_with_state()
    {
        await using var program = await StartAsync();

        // With its first change the program is told where a crash is to write its state; it takes everything in order.
        await EditAsync(program);
        await EditAsync(program);
        await program.Web.GetAsync("/fail");
        await program.Editor.StatusAsync(SessionState.Exited);

        var started = await EditAsync(program);

        await MustHaveAllAsync(program, started);
        await MustSayAsync(program, "/", "first 3");
    }

    [Test]
    public async Task A_fresh_restart_has_none_of_it()
    {
        await using var program = await StartAsync();

        var restarted = await program.Editor.RestartAsync(RestartState.Fresh);

        Assert.That(restarted.State.Fate, Is.EqualTo(StateFate.Reset));
        await MustSayAsync(program, "/cache", "0 pages, 0 hits, 0 misses");
        await MustSayAsync(program, "/cart", "");
    }

    [Test]
    public async Task Nothing_is_carried_where_the_setting_says_so()
    {
        await using var program = await StartAsync(new(StateOnRestart: StateOnRestart.Off));

        var restarted = await program.Editor.RestartAsync();

        Assert.That(restarted.State.Fate, Is.EqualTo(StateFate.Reset));
        await MustSayAsync(program, "/cart", "");
    }

    [Test]
    public async Task With_auto_what_nobody_marked_is_carried_too()
    {
        await using var program = await StartAsync(new(StateOnRestart: StateOnRestart.Auto));

        var restarted = await program.Editor.RestartAsync();

        Assert.That(restarted.Outcome, Is.EqualTo(ReloadOutcome.Restarted), restarted.Message);
        await MustSayAsync(program, "/start", "2 pages, 1 hits, 2 misses");
    }

    /// <summary>The counter counts every 10 ms, so of it only the fate is sure.</summary>
    static void MustBeVerified(ReloadResult result)
    {
        var checks = result.State.Types.ToDictionary(type => type.Type, type => (type.Fate, type.Check));
        Assert.Multiple(() =>
        {
            Assert.That(checks["Store.PageCache"], Is.EqualTo((StateFate.Kept, StateCheck.Same)), result.Message);
            Assert.That(checks["Store.Cart"], Is.EqualTo((StateFate.Kept, StateCheck.Same)));
            Assert.That(checks["Store.Visits"].Fate, Is.EqualTo(StateFate.Kept));
            Assert.That(checks["Store.Visits"].Check, Is.AnyOf(StateCheck.Same, StateCheck.Changed));
        });
    }

    static async Task<LiveProgram> StartAsync(InitializationOptions? options = null)
    {
        var program = await Shared.Server.StartAsync("store", options: options);
        foreach (var (path, text) in new[] { ("/cache/one", "Page 1"), ("/cache/two", "Page 2"), ("/cache/ONE", "Page 1"), ("/cart/apples/2", "2"), ("/cart/pear/1", "3") })
        {
            await MustSayAsync(program, path, text);
        }

        await program.Web.UntilAsync("/visits", visits => !visits.EndsWith(" 0", StringComparison.Ordinal));
        return program;
    }

    async Task<ReloadResult> EditAsync(LiveProgram program)
    {
        if (!program.Editor.IsOpen("Greeting.cs"))
        {
            await program.Editor.OpenAsync("Greeting.cs");
        }

        await program.Editor.ReplaceAsync("Greeting.cs", _edits == 0 ? "first" : $"first {_edits}", $"first {++_edits}");
        return await program.Editor.ApplyAsync();
    }

    static Task MustHaveAllAsync(LiveProgram program, ReloadResult restarted)
    {
        Assert.That(restarted.Outcome, Is.EqualTo(ReloadOutcome.Restarted), restarted.Message);
        return MustHaveAllAsync(program, "2 pages, 1 hits, 0 misses");
    }

    static async Task MustHaveAllAsync(LiveProgram program, string cache)
    {
        await MustSayAsync(program, "/cache", cache);
        await MustSayAsync(program, "/cart", "2 apples, 1 pear");
        Assert.That(await TicksAsync(program), Is.GreaterThan(0));
    }

    static async Task MustSayAsync(LiveProgram program, string path, string text)
    {
        await program.Web.UpAsync();
        Assert.That(await program.Web.GetAsync(path), Is.EqualTo(text), path);
    }

    static async Task<int> TicksAsync(LiveProgram program) => int.Parse((await VisitsAsync(program))[1], System.Globalization.CultureInfo.InvariantCulture);

    static async Task<int> AtStartAsync(LiveProgram program) => int.Parse((await VisitsAsync(program))[0], System.Globalization.CultureInfo.InvariantCulture);

    static async Task<string[]> VisitsAsync(LiveProgram program) => (await program.Web.UpAsync("/visits")).Split(' ');
}
