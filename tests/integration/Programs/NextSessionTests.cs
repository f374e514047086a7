namespace HotReload.IntegrationTests;

/// <summary>A session finds nothing of those that its server had before: neither text nor settings, and the files as they are now.</summary>
sealed class NextSessionTests
{
    const string Extra = "namespace Greeter;\n\npublic static class Extra\n{\n    public static string Text => \"extra\";\n}\n";

    [Test]
    public async Task What_was_saved_typed_and_set_in_a_session_is_not_in_the_next_one()
    {
        int server;
        await using (var first = await Shared.Server.StartAsync("console", options: new(Speculate: false, CompilerDiagnostics: false)))
        {
            server = first.Editor.Server.Id;
            first.Fixture.Write("Extra.cs", Extra);
            first.MustBeApplied(await first.Editor.NextResultAsync());
            first.MustBeApplied(await first.SaveAsync("Conversation.cs", "Welcome {name}", "{Extra.Text} {name}"));
            first.MustBeApplied(await first.ApplyUnsavedAsync("Board.cs", "Hello", "Never saved"));
            await first.Editor.ReplaceAsync("Board.cs", "Never saved", "Never applied");
        }

        await using var second = await Shared.Server.StartAsync("console");
        Assert.That(second.Editor.Server.Id, Is.EqualTo(server), "Otherwise it has nothing to forget.");
        Assert.That(second.Fixture.PathTo("Extra.cs"), Does.Not.Exist);
        await second.Editor.InputAsync("Ada\n");
        await second.Editor.OutputContainingAsync("Welcome Ada, you are guest 1");
        await second.Editor.OutputContainingAsync("Hello, 1 guests");
        Assert.That(second.Editor.Heard.Results.All(), Is.Empty);
        Assert.That((await second.Editor.ApplyAsync()).Outcome, Is.EqualTo(ReloadOutcome.NoChange));

        // To this session, the text that it was started with is news once, as to any other.
        await second.Editor.OpenAsync("Conversation.cs");
        await second.Editor.SaveAsync("Conversation.cs");
        Assert.That((await second.Editor.NextResultAsync()).Outcome, Is.EqualTo(ReloadOutcome.NoChange));

        // Nobody has that class any more, and whoever makes an error is told.
        var held = await second.SaveAsync("Board.cs", "Hello", "{Extra.Text}");
        Assert.That(held.Diagnostics.Select(diagnostic => diagnostic.Code), Does.Contain("CS0103"), held.Message);
        Assert.That(await second.Editor.DiagnosticsAsync("Board.cs"), Is.Not.Empty);
        second.MustBeApplied(await second.SaveAsync("Board.cs", "{Extra.Text}", "Good evening"));
        await second.Editor.OutputContainingAsync("Good evening, 1 guests");
        Assert.That(second.Editor.Heard.Output.ToString(), Does.Not.Contain("Never"));
    }
}
