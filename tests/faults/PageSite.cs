using System.Text.RegularExpressions;

namespace HotReload.FaultTests;

/// <summary>One web program for all tests of a fixture, and what a page of it knows.</summary>
sealed partial class PageSite : IAsyncDisposable
{
    PageSite(LiveProgram program, Uri url, string token) => (Program, Url, Token) = (program, url, token);

    public LiveProgram Program { get; }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>The session's token, read from a page as its own script does.</summary>
    public string Token { get; }

    public static async Task<PageSite> StartAsync()
    {
        var program = await Shared.Server.StartAsync("site", "App/App.csproj");
        await program.Web.UpAsync("/plain");
        var url = new Uri(program.Web.Address);
        var body = await program.Web.GetPageAsync("/plain");
        return new(program, url, TokenIn().Match(body).Groups["token"].Value);
    }

    public ValueTask DisposeAsync() => Program.DisposeAsync();

    [GeneratedRegex("data-token=\"(?<token>[^\"]+)\"")]
    private static partial Regex TokenIn();
}
