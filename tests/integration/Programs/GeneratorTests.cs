namespace HotReload.IntegrationTests;

/// <summary>Code that generators write. The tests share one program; each generator has a type of its own.</summary>
sealed class GeneratorTests
{
    SayingProgram _program = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _program = await SayingProgram.StartAsync("generators", "App/Generators.csproj");

    [OneTimeTearDown]
    public async Task StopAsync() => await _program.DisposeAsync();

    [Test, Order(1)]
    public async Task A_regex_matches_by_its_new_pattern()
    {
        Assert.That(await _program.AskAsync("Pattern"), Is.EqualTo("ant bee cat"));

        _program.Live.MustBeApplied(await _program.Live.SaveAsync("App/Pattern.cs", "[a-z]+", "[0-9]+"));

        Assert.That(await _program.AskAsync("Pattern"), Is.EqualTo("12 34"));
    }

    [Test, Order(2)]
    public async Task The_users_own_generator_sees_each_edit()
    {
        _program.Live.MustBeApplied(await _program.Live.SaveAsync("App/Zoo.cs", "sealed class Bear : Animal;", "sealed class Bear : Animal;\n\nsealed class Cat : Animal;"));

        Assert.That(await _program.AskAsync("Zoo"), Is.EqualTo("animals: Bear, Cat"));
    }

    [Test, Order(2)]
    public async Task A_file_that_only_a_generator_reads_is_source()
    {
        Assert.That(await _program.AskAsync("Garden"), Is.EqualTo("plants: aster"));

        var result = await _program.OnlyResultAsync(() => _program.Fixture.Replace("App/garden.plants", "aster", "aster, basil"));

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied), result.Message);
        Assert.That(
            result.Members.Select(member => (member.Kind, member.Name, member.Change, Path.GetFileName(member.File))),
            Is.EqualTo(new[] { ("method", "Garden.Names()", MemberChange.Updated, "garden.plants") }));
        Assert.That(await _program.AskAsync("Garden"), Is.EqualTo("plants: aster, basil"));
    }

    [Test, Order(3)]
    public async Task FAULT_26_a_generator_that_throws_is_told_and_the_program_goes_on()
    {
        await _program.Live.SaveAsync("App/Throwing.cs", "// Nobody lives here yet.", "class Unicorn : Animal;");
        var held = _program.Editor.Heard.Results.All()[^1];

        Assert.That(held.Outcome, Is.EqualTo(ReloadOutcome.Held), held.Message);
        Assert.That(held.Diagnostics.Single(diagnostic => diagnostic.Code == "CS8785").Message, Does.Contain("ListingGenerator").And.Contain("there are no unicorns"));
        Assert.That(held.Message, Does.Contain("ListingGenerator"));
        Assert.That(await _program.AskAsync("Zoo"), Is.EqualTo("animals: Bear, Cat"));

        Assert.That((await _program.Live.SaveAsync("App/Throwing.cs", "Unicorn", "Dog")).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        Assert.That(await _program.AskAsync("Zoo"), Does.Contain("Dog"));
    }

    [Test, Order(4)]
    public async Task Generators_keep_up_with_typing()
    {
        await _program.Editor.SetModeAsync(ReloadMode.Type);
        await _program.Editor.OpenAsync("App/Typed.cs");
        await _program.Editor.TypeAsync("App/Typed.cs", "class Typed", new string('x', 60), TimeSpan.FromMilliseconds(5));
        await _program.Editor.ReplaceAsync("App/Typed.cs", new string('x', 60), "");
        await _program.Editor.TypeAsync("App/Typed.cs", "typed", " on", TimeSpan.FromMilliseconds(5));
        await _program.Editor.ApplyAsync();
        await _program.Editor.SetModeAsync(ReloadMode.Save);

        Assert.That(await _program.AskAsync("Typed"), Is.EqualTo("typed on"));
    }

    [Test, Order(5)]
    public async Task A_log_message_and_a_serializer_say_what_waits_for_a_restart()
    {
        var message = await _program.Live.SaveAsync("App/Diary.cs", "Dear {Name}", "Hello {Name}");
        Assert.That(message.Outcome, Is.EqualTo(ReloadOutcome.Applied), message.Message);
        Assert.That(message.Message, Does.Contain("no effect before a restart"));
        Assert.That(message.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.File)), Is.EqualTo(new[] { ("ENC0118", (string?)null) }));

        var property = await _program.Live.SaveAsync("App/Letter.cs", "= \"Ada\";", "= \"Ada\";\n\n    public string From { get; set; } = \"Bob\";");
        Assert.That(property.Outcome, Is.EqualTo(ReloadOutcome.Applied), property.Message);
        Assert.That(property.Diagnostics.Select(diagnostic => diagnostic.Code), Is.All.EqualTo("HR1011").And.Not.Empty);
        Assert.That(property.Message, Does.Contain("no effect before a restart"));

        Assert.That((await _program.Editor.RestartAsync()).Outcome, Is.EqualTo(ReloadOutcome.Restarted));
        Assert.That(await _program.AskAsync("Diary"), Is.EqualTo("Hello Ada"));
        Assert.That(await _program.AskAsync("Letter"), Is.EqualTo("""{"To":"Ada","From":"Bob"}"""));
    }

    [Test, Order(6)]
    public async Task An_edited_generator_is_built_by_a_restart_and_used_from_then_on()
    {
        var before = await _program.AskAsync("Zoo");
        var asked = await _program.Live.SaveAsync("Listing/ListingGenerator.cs", "animals:", "beasts:");
        Assert.That(asked.Outcome, Is.EqualTo(ReloadOutcome.RestartRequired), asked.Message);
        Assert.That(asked.Message, Does.Contain("HR1010").And.Contain("A change of Listing does not reach the running program"));

        var restarted = await _program.Editor.RestartAsync();

        Assert.That(restarted.Outcome, Is.EqualTo(ReloadOutcome.Restarted), restarted.Message);
        Assert.That(await _program.AskAsync("Zoo"), Is.EqualTo(before.Replace("animals", "beasts", StringComparison.Ordinal)));
        _program.Live.MustBeApplied(await _program.Live.SaveAsync("App/Zoo.cs", "abstract class Animal;", "abstract class Animal;\n\nsealed class Eel : Animal;"));
        Assert.That(await _program.AskAsync("Zoo"), Does.StartWith("beasts: ").And.Contain("Eel"));
    }
}
