using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using HotReload.Testing.Fixtures;
using HotReload.Testing.Probing;

namespace HotReload.IntegrationTests;

/// <summary>The program of the demo.</summary>
sealed class ShopTests
{
    const string Project = "Shop.Web/Shop.Web.csproj";

    [Test]
    public async Task A_page_a_library_and_a_background_service_change_while_the_cart_stays()
    {
        await using var program = await Shared.Server.StartAsync("shop", Project);
        await program.Web.UpAsync();
        Assert.That(await program.Web.PostAsync("/api/cart/cup-2?quantity=3"), Is.EqualTo("3 in the cart"));
        var process = await StateAsync(program.Web, "process");

        program.MustBeApplied(await program.ApplyUnsavedAsync("Shop.Web/Pages/Index.cshtml", "Everything for tea", "Tea and more"));
        program.MustBeApplied(await program.ApplyUnsavedAsync("Shop.Pricing/QuantityDiscount.cs", ">= 10 => 10", ">= 10 => 50"));
        program.MustBeApplied(await program.SaveAsync(
            "Shop.Web/Feed/PriceBoard.cs", "Interlocked.Increment(ref _ticks)", "Interlocked.Add(ref _ticks, 1_000_000)"));

        Assert.That(await program.Web.GetAsync("/"), Does.Contain("<h1>Tea and more</h1>"));
        Assert.That(await program.Web.GetAsync("/api/quote/cup-2?quantity=10"), Is.EqualTo("Two cups, porcelain: 112.50 EUR"));
        Assert.That(await TicksBeyondAsync(program.Web, 1_000_000), Is.Not.Zero, "The ticks of before are still counted.");
        Assert.That(await StateAsync(program.Web, "pieces"), Is.EqualTo(3));
        Assert.That(await StateAsync(program.Web, "process"), Is.EqualTo(process));
    }

    [Test]
    public async Task A_profile_with_https_runs_on_its_http_url_where_there_is_no_certificate()
    {
        Assume.That(HasDevelopmentCertificate(), Is.False, "This machine has a developer certificate.");
        using var fixture = await Fixture.OpenAsync("shop");
        var url = FreePort.NextUrl();
        fixture.Write(
            "Shop.Web/Properties/launchSettings.json",
            fixture.Read("Shop.Web/Properties/launchSettings.json").Replace("http://127.0.0.1:5320", url, StringComparison.Ordinal));
        await using var editor = await EditorClient.LaunchAsync(fixture.Root);

        var session = await editor.StartAsync(new StartParams(Project: fixture.PathTo(Project), LaunchProfile: "https"));

        using var web = new HttpProbe(url);
        await web.UntilContainsAsync("/", "Everything for tea");
        Assert.That(session.Urls, Is.EqualTo((string[])[url]));
        Assert.That((await editor.EventAsync("warning")).Message, Does.Contain("certificate"));
    }

    static async Task<int> StateAsync(HttpProbe web, string name) => (await web.GetJsonAsync("/api/state")).GetProperty(name).GetInt32();

    // The extension marks the certificates that "dotnet dev-certs" makes.
    static bool HasDevelopmentCertificate()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadOnly);
        return store.Certificates.Any(certificate =>
            certificate.Extensions.Any(extension => extension.Oid?.Value == "1.3.6.1.4.1.311.84.1.1"));
    }

    // What is left when the large steps of the edited service are taken off.
    static async Task<int> TicksBeyondAsync(HttpProbe web, int step)
    {
        var state = await web.UntilAsync("/api/state", body => Ticks(body) >= step);
        return Ticks(state) % step;
    }

    static int Ticks(string state) => int.Parse(state.Split("\"ticks\":")[1].TrimEnd('}'), CultureInfo.InvariantCulture);
}
