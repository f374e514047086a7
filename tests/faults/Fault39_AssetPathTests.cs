using System.Diagnostics;
using HotReload.Testing.Probing;

namespace HotReload.FaultTests;

/// <summary>Asset addresses that are tricks: 404, over a raw socket. Only what the manifest has is ever served from memory.</summary>
sealed class Fault39_AssetPathTests
{
    const string Secret = "a secret of the project";
    const int Tricks = 150;
    const int Seed = 39;

    PageSite _site = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _site = await PageSite.StartAsync();
        _site.Program.Fixture.Write("App/.env", Secret);
        File.CreateSymbolicLink(_site.Program.Fixture.PathTo("App/secret.link"), _site.Program.Fixture.PathTo("App/.env"));

        // Something is in memory, so that there is something to look beside.
        await _site.Program.Editor.OpenAsync("App/wwwroot/css/site.css");
        await _site.Program.Editor.ReplaceAsync("App/wwwroot/css/site.css", "rgb(30, 30, 30)", "rgb(39, 39, 39)");
        var result = await _site.Program.Editor.ApplyAsync();
        Assert.That(result.Page.Assets.Single().Outcome, Is.EqualTo(AssetOutcome.Injected), result.Message);
    }

    [OneTimeTearDown]
    public async Task End() => await _site.DisposeAsync();

    [Test]
    public async Task What_is_in_memory_is_served()
    {
        Assert.That(await _site.Program.Web.GetAsync("/css/site.css"), Does.Contain("rgb(39, 39, 39)"));
        Assert.That(_site.Program.Fixture.Read("App/wwwroot/css/site.css"), Does.Contain("rgb(30, 30, 30)"));
    }

    [TestCase("/_hotreload/../.env")]
    [TestCase("/_hotreload/%2e%2e/.env")]
    [TestCase("/_hotreload/%252e%252e/.env")]
    [TestCase("/_hotreload/..\\.env")]
    [TestCase("/_hotreload/..%5c.env")]
    [TestCase("/_hotreload/css/site.css")]
    [TestCase("/_hotreload/page.js/../.env")]
    [TestCase("/_hotreload/page.js%00.css")]
    [TestCase("/_hotreload/PAGE.JS")]
    [TestCase("/_hotreload/")]
    [TestCase("/_hotreload")]
    [TestCase("/css/../../.env")]
    [TestCase("/css/%2e%2e/%2e%2e/.env")]
    [TestCase("/css/%252e%252e/.env")]
    [TestCase("/css\\..\\..\\.env")]
    [TestCase("/.env")]
    [TestCase("/.env?raw??")]
    [TestCase("/secret.link")]
    [TestCase("/css/site.css%00")]
    [TestCase("/css/./../../App/.env")]
    public async Task A_trick_finds_nothing(string target)
    {
        var answer = await RawHttp.AskAsync(_site.Url, target, "Connection: close");
        Assert.That(answer, Does.StartWith("HTTP/1.1 404").Or.StartWith("HTTP/1.1 400"));
        Assert.That(answer, Does.Not.Contain(Secret).And.Not.Contain("rgb(39, 39, 39)"));
    }

    /// <summary>Made of the pieces that such tricks are made of.</summary>
    [Test]
    public async Task No_trick_that_chance_makes_finds_anything()
    {
        string[] pieces = ["/", "..", ".", "%2e", "%252e", "%2f", "%5c", "\\", "%00", ";", "?", "_hotreload", "page.js", "ws", "source", "css", "site.css", ".env", "secret.link", "App", "wwwroot", "~", "*", "%"];
        var (seed, time) = FuzzTime.Wanted is { } wanted ? (Environment.TickCount, wanted) : (Seed, TimeSpan.Zero);
        var (hits, rounds, random, clock) = (0, 0, new Random(seed), Stopwatch.StartNew());
        for (; rounds < Tricks || clock.Elapsed < time; rounds++)
        {
            var target = "/" + string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            var answer = await RawHttp.AskAsync(_site.Url, target, "Connection: close");
            Assert.That(answer, Does.StartWith("HTTP/1.1 ").And.Not.Contain(Secret).And.Not.StartWith("HTTP/1.1 5"), target);
            hits += answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) ? 1 : 0;
        }

        TestContext.Out.WriteLine($"{rounds} addresses, {hits} of them good ones, seed {seed}");
        Assert.That(await _site.Program.Web.GetAsync("/css/site.css"), Does.Contain("rgb(39, 39, 39)"));
    }

    [TestCase("/css/site.css#x")]
    [TestCase("/css/site.css?raw??")]
    public async Task What_follows_a_name_is_no_part_of_it(string target)
    {
        var answer = await RawHttp.AskAsync(_site.Url, target, "Connection: close");
        Assert.That(answer, Does.StartWith("HTTP/1.1 200").Or.StartWith("HTTP/1.1 400").Or.StartWith("HTTP/1.1 404"));
        Assert.That(answer, Does.Not.Contain(Secret));
    }

    /// <summary>The program's own routes are generous; what they find is the disk's, for ours is known by its exact name only.</summary>
    [TestCase("/css/site.css/")]
    [TestCase("//css/site.css")]
    public async Task A_name_that_is_not_exact_is_none_of_ours(string target) =>
        Assert.That(await RawHttp.AskAsync(_site.Url, target, "Connection: close"), Does.Not.Contain("rgb(39, 39, 39)"));

    [Test]
    public async Task Only_reading_is_answered() =>
        Assert.That(await _site.Program.Web.PostAsync("/_hotreload/page.js"), Is.Empty);
}
