namespace HotReload.IntegrationTests;

/// <summary>"Applied" and "running" are two things.</summary>
sealed class CallTests
{
    [Test]
    public async Task A_member_is_running_when_the_program_has_called_its_new_code()
    {
        await using var program = await Shared.Server.StartAsync("console");
        var result = await program.SaveAsync("Conversation.cs", "Welcome {name}", "Come in, {name}");
        var member = result.Members.Single();
        Assert.That((member.Name, member.Calls), Is.EqualTo(("Conversation.Answer(string)", MemberCalls.NotYet)));

        // The program ticks on meanwhile; nobody has said anything to it.
        var mark = program.Mark();
        await program.Editor.OutputContainingAsync("guests", mark);
        Assert.That(program.Editor.Heard.Calls.All(), Is.Empty);

        await program.Editor.InputAsync("Ada\n");
        await program.Editor.OutputContainingAsync("Come in, Ada", mark);
        var called = await program.Editor.CalledAsync(result, member.Name);
        Assert.That((called.Session, called.Members.Single()), Is.EqualTo((result.Session, member with { Calls = MemberCalls.Called })));
    }

    [Test]
    public async Task A_method_that_never_returns_is_not_running_its_new_code()
    {
        await using var program = await Shared.Server.StartAsync("console");
        var loop = await program.SaveAsync("Conversation.cs", "\"quit\"", "\"leave\"");
        var body = await program.SaveAsync("Conversation.cs", "Welcome {name}", "Come in, {name}");
        await program.Editor.InputAsync("Ada\n");

        await program.Editor.CalledAsync(body, "Conversation.Answer(string)");
        Assert.That(loop.Members.Select(member => (member.Name, member.Calls)), Is.EqualTo(new[] { ("Conversation.Run(TextReader, TextWriter)", MemberCalls.NotYet) }));
        Assert.That(program.Editor.Heard.Calls.All().Select(call => call.Reload), Has.None.EqualTo(loop.Id));
    }

    [Test]
    public async Task Views_are_running_when_a_page_with_them_was_asked_for()
    {
        await using var program = await Shared.Server.StartAsync("mvc");
        await program.Web.UpAsync();
        var result = await program.SaveAsync("Views/Books/Index.cshtml", "books on the shelf", "books to lend");
        var view = result.Members.Single();
        Assert.That((view.Kind, view.Calls), Is.EqualTo(("view", MemberCalls.NotYet)));

        await program.Web.GetAsync("/");
        await program.Editor.CalledAsync(result, view.Name);
    }
}
