using HotReload.Core.Documents;
using HotReload.Core.Recovery;
using HotReload.JsonRpc.Messages;

namespace HotReload.IntegrationTests;

/// <summary>The program gets the text before a change back; the editor keeps its own.</summary>
sealed class RollbackTests
{
    const string Price = "return text.Length;";

    [Test]
    public async Task A_change_is_taken_back_by_a_delta_and_the_editors_text_stays()
    {
        await using var program = await StartAsync();
        var process = await program.Web.GetAsync("/process");
        program.MustBeApplied(await program.ApplyUnsavedAsync("Till.cs", Price, "return 2 * text.Length;"));
        Assert.That(await program.Web.GetAsync("/price/tea"), Is.EqualTo("6"));

        var result = await program.Editor.RollBackAsync();

        program.MustBeApplied(result);
        Assert.That(result.Cause, Is.EqualTo(ReloadCause.Rollback));
        Assert.That(result.Message, Does.StartWith("Till.Price(string) rolled back. The program runs the text before the change"));
        Assert.That(await program.Web.GetAsync("/price/tea"), Is.EqualTo("3"));
        Assert.That(await program.Web.GetAsync("/process"), Is.EqualTo(process));
        Assert.That(program.Editor.Buffer("Till.cs").Text, Does.Contain("return 2 * text.Length;"));
        Assert.That((await program.Editor.DescribeAsync("Till.cs")).State, Is.EqualTo(DocumentState.RolledBack));
    }

    [Test]
    public async Task What_was_rolled_back_stays_so_when_another_file_is_saved_and_comes_again_with_its_own_change()
    {
        await using var program = await StartAsync();
        program.MustBeApplied(await program.SaveAsync("Till.cs", Price, "return 2 * text.Length;"));
        program.MustBeApplied(await program.Editor.RollBackAsync());

        program.MustBeApplied(await program.SaveAsync("Cart.cs", "items\";", "things\";"));
        Assert.That(await program.Web.GetAsync("/cart"), Is.EqualTo("0 things"));
        Assert.That(await program.Web.GetAsync("/price/tea"), Is.EqualTo("3"));

        program.MustBeApplied(await program.SaveAsync("Till.cs", "return 2 * text.Length;", "return 4 * text.Length;"));
        Assert.That(await program.Web.GetAsync("/price/tea"), Is.EqualTo("12"));
        Assert.That((await program.Editor.DescribeAsync("Till.cs")).State, Is.EqualTo(DocumentState.Running));
    }

    [Test]
    public async Task Changes_are_taken_back_one_by_one_and_come_again_by_hand()
    {
        await using var program = await StartAsync();
        program.MustBeApplied(await program.SaveAsync("Till.cs", Price, "return 2 * text.Length;"));
        program.MustBeApplied(await program.SaveAsync("Till.cs", "return 2 *", "return 3 *"));

        program.MustBeApplied(await program.Editor.RollBackAsync());
        Assert.That(await program.Web.GetAsync("/price/tea"), Is.EqualTo("6"));
        program.MustBeApplied(await program.Editor.RollBackAsync());
        Assert.That(await program.Web.GetAsync("/price/tea"), Is.EqualTo("3"));
        Assert.That(
            async () => await program.Editor.RollBackAsync(),
            Throws.InstanceOf<JsonRpcRemoteException>().With.Message.Contains("There is no change to roll back"));

        program.MustBeApplied(await program.Editor.ApplyAsync());
        Assert.That(await program.Web.GetAsync("/price/tea"), Is.EqualTo("9"));
    }

    [Test]
    public async Task Where_no_delta_can_take_it_back_a_restart_does()
    {
        await using var program = await StartAsync();
        var process = await program.Web.GetAsync("/process");
        var added = await AddFactorAsync(program);
        Assert.That(added.Outcome, Is.EqualTo(ReloadOutcome.Applied), added.Message);
        Assert.That(await program.Web.GetAsync("/price/tea"), Is.EqualTo("15"));

        var result = await program.Editor.RollBackAsync();

        Assert.That((result.Outcome, result.Cause), Is.EqualTo((ReloadOutcome.Restarted, ReloadCause.Rollback)), result.Message);
        await program.Web.UpAsync("/process");
        Assert.That(await program.Web.GetAsync("/price/tea"), Is.EqualTo("3"));
        Assert.That(await program.Web.GetAsync("/process"), Is.Not.EqualTo(process));
        Assert.That(program.Fixture.Read("Till.cs"), Does.Contain("Factor"));
        Assert.That((await program.Editor.DescribeAsync("Till.cs")).State, Is.EqualTo(DocumentState.RolledBack));
    }

    [Test]
    public async Task What_came_with_a_restart_is_taken_back_too()
    {
        await using var program = await StartAsync();
        await program.Editor.OpenAsync("Till.cs");
        await program.Editor.ReplaceAsync("Till.cs", Price, "return 7 * text.Length;");
        await program.Editor.SaveAsync("Till.cs");
        await program.Editor.NextResultAsync();
        await program.Editor.RestartAsync();
        await program.Web.UpAsync("/process");
        Assert.That(await program.Web.GetAsync("/price/tea"), Is.EqualTo("21"));

        program.MustBeApplied(await program.Editor.RollBackAsync());

        Assert.That(await program.Web.GetAsync("/price/tea"), Is.EqualTo("3"));
    }

    [Test]
    public async Task What_is_marked_goes_back_with_the_change_where_that_is_asked_for()
    {
        await using var program = await StartAsync();
        await program.Web.PostAsync("/basket/tea");
        program.MustBeApplied(await program.SaveAsync("Till.cs", Price, "return 2 * text.Length;"));
        await program.Web.PostAsync("/basket/milk");
        Assert.That(await program.Web.GetAsync("/basket"), Is.EqualTo("tea, milk"));

        var back = await program.Editor.RollBackAsync(RollbackState.Restore);

        program.MustBeApplied(back);
        Assert.That((await program.Web.GetAsync("/price/tea"), await program.Web.GetAsync("/basket")), Is.EqualTo(("3", "tea")), back.Message);
        Assert.That(back.State.Types.Single().Type, Is.EqualTo("Keeper.Basket"));

        // By a restart, as no delta can take a class away.
        await program.Web.PostAsync("/basket/bread");
        Assert.That((await AddFactorAsync(program)).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        await program.Web.PostAsync("/basket/sugar");

        back = await program.Editor.RollBackAsync(RollbackState.Restore);

        Assert.That((back.Outcome, back.Cause), Is.EqualTo((ReloadOutcome.Restarted, ReloadCause.Rollback)), back.Message);
        await program.Web.UpAsync("/process");
        Assert.That(await program.Web.GetAsync("/basket"), Is.EqualTo("tea, bread"));
    }

    [TestCase("/price/tea", "Till.Price(string)", "return text.Length;", "throw new InvalidOperationException(\"no price\");")]
    [TestCase("/price/tea", "Till.Price(string)", "return text.Length;", "return int.Parse(text);")]
    [TestCase("/sum/tea", "Till.SumAsync(string[])", "return texts.Sum(text => Price(text));", "return texts.Sum(text => int.Parse(text));")]
    public async Task When_a_changed_member_throws_the_client_is_told_once(string page, string member, string old, string text)
    {
        await using var program = await StartAsync();
        var applied = await program.SaveAsync("Till.cs", old, text);
        program.MustBeApplied(applied);

        await program.Web.GetAsync(page);
        await program.Web.GetAsync(page);

        var exception = await program.Editor.ExceptionAsync();
        Assert.Multiple(() =>
        {
            Assert.That((exception.Member, exception.Reload), Is.EqualTo((member, applied.Id)));
            Assert.That(exception.Message, Does.StartWith($"{member} threw System."));
            Assert.That(exception.File, Is.EqualTo(program.Fixture.PathTo("Till.cs")));
            Assert.That(exception.Range, Is.EqualTo(applied.Members.Single().Range));
        });
        await program.Web.GetAsync(page);
        program.MustBeApplied(await program.Editor.RollBackAsync());
        Assert.That(await program.Web.GetAsync(page), Is.AnyOf("3", "6"));
        Assert.That(program.Editor.Heard.Exceptions.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task With_auto_a_change_that_throws_is_taken_back_at_once()
    {
        await using var program = await StartAsync(RollbackPolicy.Auto);
        program.MustBeApplied(await program.SaveAsync("Till.cs", Price, "throw new InvalidOperationException(\"no price\");"));

        await program.Web.GetAsync("/price/tea");

        var result = await program.Editor.NextResultAsync();
        program.MustBeApplied(result);
        Assert.That(result.Cause, Is.EqualTo(ReloadCause.Rollback));
        Assert.That(await program.Web.GetAsync("/price/tea"), Is.EqualTo("3"));
        Assert.That(program.Editor.Heard.Exceptions.Count, Is.Zero);
    }

    static Task<ReloadResult> AddFactorAsync(LiveProgram program) => program.SaveAsync(
        "Till.cs", program.Editor.IsOpen("Till.cs") ? "return 2 * text.Length;" : Price,
        "return Factor.Value * text.Length;\n    }\n\n    static class Factor { public static int Value => 5; }\n\n    public static void Nothing()\n    {");

    static async Task<LiveProgram> StartAsync(RollbackPolicy policy = RollbackPolicy.Ask)
    {
        var program = await Shared.Server.StartAsync("keeper", options: new(RollbackOnException: policy));
        await program.Web.UpAsync("/process");
        return program;
    }
}
