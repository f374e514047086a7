namespace HotReload.IntegrationTests;

/// <summary>What only a build writes into an assembly: its version, and where else MVC finds controllers. An evaluation for an editor leaves both out.</summary>
sealed class BuiltPartsTests
{
    [Test]
    public async Task What_a_build_writes_is_there_after_a_start_edits_and_a_restart()
    {
        await using var program = await Shared.Server.StartAsync("parts", "App/App.csproj");
        await MustSayAsync("Welcome");

        program.MustBeApplied(await program.SaveAsync("App/Words.cs", "\"Welcome\"", "\"Hello\""));
        program.MustBeApplied(await program.SaveAsync("App/Words.cs", "public static string Greeting", "public static int Count(int of) => of;\n    public static string Greeting"));
        await MustSayAsync("Hello");

        var refused = await program.SaveAsync("App/Words.cs", "class Words", "class Words : IWords");
        Assert.That(refused.Outcome, Is.EqualTo(ReloadOutcome.RestartRequired), refused.Message);
        var restarted = await program.Editor.RestartAsync();
        Assert.That(restarted.Outcome, Is.EqualTo(ReloadOutcome.Restarted), restarted.Message);
        await MustSayAsync("Hello");

        // Of a library for several frameworks the program has one; the others need not have been built.
        program.MustBeApplied(await program.SaveAsync("Seeds/Seed.cs", "\"poppy\"", "\"tulip\""));
        Assert.That(await program.Web.GetAsync("/seed"), Is.EqualTo("tulip"));
        Assert.That(program.Editor.Heard.Events.All().Where(said => said.Session == program.Session.Id && said.Kind is (EventKinds.BuildStarted or EventKinds.Warning)), Is.Empty, () => program.Editor.Log());

        async Task MustSayAsync(string greeting)
        {
            Assert.That(await program.Web.UpAsync("/"), Is.EqualTo($"{greeting}, version 3.1.0.0"), () => program.Editor.Log());
            Assert.That(await program.Web.GetAsync("/plants"), Is.EqualTo("aster"), () => program.Editor.Log());
            Assert.That(await program.Web.GetAsync("/number"), Is.EqualTo("7"), () => program.Editor.Log());
        }
    }
}
