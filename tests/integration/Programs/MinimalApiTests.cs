namespace HotReload.IntegrationTests;

sealed class MinimalApiTests : WebTests
{
    protected override string Fixture => "minimal-api";

    protected override string Page => "/summary";

    protected override string Counter => "visits";

    [Test]
    public Task An_unsaved_edit_of_a_handler_shows_at_the_next_request() =>
        UnsavedAsync("TodoEndpoints.cs", "things to do", "things left", "2 things to do", "2 things left");

    [Test]
    public Task A_saved_edit_of_a_handler_shows_at_the_next_request() =>
        SavedAsync("TodoEndpoints.cs", "things to do", "things in all", "2 things to do", "2 things in all");

    [Test]
    public async Task A_lambda_among_the_top_level_statements_can_be_edited()
    {
        await using var program = await Shared.Server.StartAsync(Fixture);
        Assert.That(await program.Web.UpAsync(), Is.EqualTo("Todo: 1 visits"));

        program.MustBeApplied(await program.ApplyUnsavedAsync("Program.cs", "Todo: {", "Seen: {"));

        Assert.That(await program.Web.GetAsync("/"), Is.EqualTo("Seen: 2 visits"));
    }
}
