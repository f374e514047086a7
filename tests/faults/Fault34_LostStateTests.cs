namespace HotReload.FaultTests;

/// <summary>State can't be restored, a type changed, a file was damaged: fresh value, warning, never a crash.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
sealed class Fault34_LostStateTests
{
    [Test]
    public async Task A_field_whose_type_has_changed_has_its_fresh_value_and_is_named()
    {
        await using var program = await StartAsync();
        await program.Editor.OpenAsync("PageCache.cs");
        await program.Editor.ReplaceAsync("PageCache.cs", "public static int Hits { get; private set; }", "public static string Hits { get; private set; } = \"fresh\";");
        await program.Editor.ReplaceAsync("PageCache.cs", "Hits++;", "Hits += \"!\";");

        var restarted = await RestartWithEditsAsync(program);

        Assert.That(await program.Web.UpAsync("/cache"), Is.EqualTo("1 pages, fresh hits, 0 misses"));
        Assert.That(restarted.State.Fate, Is.EqualTo(StateFate.Lost));
        MustWarn(program, restarted, "Store.PageCache", "Hits: System.Int32 does not fit into System.String");
    }

    [Test]
    public async Task A_type_that_is_gone_is_named_and_the_rest_comes_back()
    {
        await using var program = await StartAsync();
        foreach (var file in new[] { "CartLine.cs", "Cart.cs" })
        {
            await program.Editor.OpenAsync(file);
        }

        await program.Editor.ReplaceAsync("CartLine.cs", "public sealed class CartLine", "public sealed class Line");
        await program.Editor.ReplaceAsync("Cart.cs", "List<CartLine>", "List<Line>");
        await program.Editor.ReplaceAsync("Cart.cs", "new CartLine", "new Line");

        var restarted = await RestartWithEditsAsync(program);

        Assert.That(await program.Web.UpAsync("/cart"), Is.Empty);
        Assert.That(await program.Web.GetAsync("/cache"), Is.EqualTo("1 pages, 0 hits, 0 misses"));
        MustWarn(program, restarted, "CartLine", "[PreviousName]");
    }

    [Test]
    public async Task A_type_that_can_not_be_initialized_any_more_does_not_keep_the_program_from_starting()
    {
        await using var program = await StartAsync();
        await program.Editor.OpenAsync("Visits.cs");
        await program.Editor.ReplaceAsync("Visits.cs", "    private int _ticks;", "    private int _ticks;\n\n    public static int Broken = int.Parse(\"no\");");
        await program.Editor.OpenAsync("Program.cs");
        await program.Editor.ReplaceAsync("Program.cs", "builder.Services.AddSingleton<Visits>();\nbuilder.Services.AddHostedService(services => services.GetRequiredService<Visits>());", "");
        await program.Editor.ReplaceAsync("Program.cs", "app.MapGet(\"/visits\", (Visits visits) => $\"{visits.AtStart} {visits.Ticks}\");", "");

        await RestartWithEditsAsync(program);

        Assert.That(await program.Web.UpAsync("/cache"), Is.EqualTo("1 pages, 0 hits, 0 misses"));
    }

    [TestCase("corrupted", "changed or cut off")]
    [TestCase("truncated", "changed or cut off")]
    [TestCase("empty", "no state file")]
    [TestCase("other version", "version 2")]
    [TestCase("gone", "can't be read")]
    public async Task A_damaged_file_is_refused_with_the_reason_and_the_program_starts_fresh(string damage, string reason)
    {
        await using var program = await StartAsync();
        await RestartAsync(program);
        await program.Web.UpAsync();
        var folder = await SessionFolders.OfAsync(program);
        await program.Web.GetAsync("/fail");
        await program.Editor.StatusAsync(SessionState.Exited);
        var file = Directory.EnumerateFiles(folder, "crash-*.state", SearchOption.AllDirectories).Single();
        Damage(file, damage);

        var restarted = await RestartAsync(program);

        Assert.That(await program.Web.UpAsync("/cache"), Is.EqualTo("0 pages, 0 hits, 0 misses"));
        Assert.That(restarted.State.Fate, Is.EqualTo(StateFate.Lost));
        MustWarn(program, restarted, "", reason);
    }

    [Test]
    public async Task State_is_for_this_user_only_and_gone_with_the_session()
    {
        await using var program = await StartAsync();
        await RestartAsync(program);
        var folder = await SessionFolders.OfAsync(program);
        var file = Directory.EnumerateFiles(folder, "restart-*.state", SearchOption.AllDirectories).Single();
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Assert.That(
                File.GetUnixFileMode(Path.GetDirectoryName(file)!),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        }

        await program.Editor.StopAsync();
        Assert.That(folder, Does.Not.Exist);
    }

    static void Damage(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "corrupted":
                bytes[^10] ^= 0x10;
                break;
            case "truncated":
                bytes = bytes[..^10];
                break;
            case "empty":
                bytes = [];
                break;
            case "other version":
                bytes[4] = 2;
                break;
            default:
                File.Delete(file);
                Directory.CreateDirectory(file);
                return;
        }

        File.WriteAllBytes(file, bytes);
    }

    /// <summary>No delta can carry the edits, whatever else they are.</summary>
    static async Task<ReloadResult> RestartWithEditsAsync(LiveProgram program)
    {
        await program.Editor.OpenAsync("Greeting.cs");
        await program.Editor.ReplaceAsync("Greeting.cs", "public static class Greeting", "public struct Greeting");
        if (!program.Editor.IsOpen("Program.cs"))
        {
            await program.Editor.OpenAsync("Program.cs");
        }

        await program.Editor.ReplaceAsync("Program.cs", "Greeting.Text()", "Greeting.Text() + \"!\"");
        var refused = await program.Editor.ApplyAsync();
        Assert.That(refused.Outcome, Is.EqualTo(ReloadOutcome.RestartRequired), refused.Message);
        var restarted = await RestartAsync(program);
        Assert.That(await program.Web.UpAsync(), Is.EqualTo("first!"));
        return restarted;
    }

    static async Task<ReloadResult> RestartAsync(LiveProgram program)
    {
        var restarted = await program.Editor.RestartAsync();
        Assert.That(restarted.Outcome, Is.EqualTo(ReloadOutcome.Restarted), restarted.Message);
        return restarted;
    }

    static void MustWarn(LiveProgram program, ReloadResult restarted, string type, string reason)
    {
        var lost = restarted.State.Types.Where(state => state.Fate == StateFate.Lost).ToList();
        Assert.That(lost.Where(state => state.Type.Contains(type, StringComparison.Ordinal)).Select(state => state.Reason), Has.Some.Contains(reason));
        Assert.That(
            program.Editor.Heard.Events.All().Where(occurred => occurred.Kind == EventKinds.Warning).Select(occurred => occurred.Message),
            Has.Some.Contains(reason));
    }

    static async Task<LiveProgram> StartAsync()
    {
        var program = await Shared.Server.StartAsync("store");
        await program.Web.UpAsync();
        await program.Web.GetAsync("/cache/one");
        await program.Web.GetAsync("/cart/apples/2");
        return program;
    }
}
