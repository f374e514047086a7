namespace HotReload.FaultTests;

/// <summary>Css and C# in one save: one report, two outcomes; css failing does not hold the delta.</summary>
sealed class Fault27_StyleAndCodeTests
{
    PageSite _site = null!;

    [OneTimeSetUp]
    public async Task Start() => _site = await PageSite.StartAsync();

    [OneTimeTearDown]
    public async Task End() => await _site.DisposeAsync();

    [Test, Order(1)]
    public async Task One_report_tells_of_both()
    {
        var before = _site.Program.Editor.Heard.Results.Count;
        await _site.Program.Editor.OpenAsync("App/wwwroot/css/site.css");
        await _site.Program.Editor.ReplaceAsync("App/wwwroot/css/site.css", "rgb(30, 30, 30)", "rgb(27, 27, 27)");
        var result = await _site.Program.ApplyUnsavedAsync("App/Texts.cs", "plain text", "text of both");

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied), result.Message);
        Assert.That(result.Members, Is.Not.Empty);
        Assert.That(result.Page.Assets.Select(asset => asset.Outcome), Is.EqualTo(new[] { AssetOutcome.Injected }), result.Message);
        await _site.Program.Web.UntilContainsAsync("/plain", "text of both");
        Assert.That(await _site.Program.Web.GetAsync("/css/site.css"), Does.Contain("rgb(27, 27, 27)"));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _site.Program.Editor.Heard.Results.FirstAsync(before, heard => heard.Id == result.Id, patience.Token);
        Assert.That(_site.Program.Editor.Heard.Results.Count - before, Is.EqualTo(1), "What is told besides the answer.");
    }

    [Test, Order(2)]
    public async Task A_style_sheet_that_fails_holds_nothing_back()
    {
        await _site.Program.Editor.OpenAsync("App/Views/Books/About.cshtml.css", "p { color: red; }");
        await _site.Program.Editor.ReplaceAsync("App/Texts.cs", "text of both", "text alone");
        var result = await _site.Program.Editor.ApplyAsync();

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied), result.Message);
        var failed = result.Page.Assets.Single();
        Assert.That(failed.Outcome, Is.EqualTo(AssetOutcome.Failed));
        Assert.That(failed.Message, Does.Contain("gets its scope from a build"));
        await _site.Program.Web.UntilContainsAsync("/plain", "text alone");
    }
}
