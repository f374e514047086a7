using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace HotReload.Lsp.Sessions;

/// <summary>The page that a browser is to open for a program.</summary>
internal static partial class LaunchPage
{
    /// <summary>A page, absolute or relative to the first address that a browser can open; null when there is no such address.</summary>
    public static string? Find(string? page, ImmutableArray<string> urls)
    {
        var address = urls.Select(ForBrowser).FirstOrDefault(url => url is not null);
        if (page is null)
        {
            return address;
        }

        if (Http().IsMatch(page))
        {
            return page;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var start) && Uri.TryCreate(start, page, out var url) ? url.AbsoluteUri : address;
    }

    /// <summary>
    /// A server's address is no URL: it may name every interface, a socket or a port to be chosen. The first is open to this
    /// machine too, the others to no browser.
    /// </summary>
    static string? ForBrowser(string address)
    {
        if (Http().Match(address) is not { Success: true } match)
        {
            return null;
        }

        var host = match.Groups["host"].Value;
        return host is "*" or "+" or "0.0.0.0" or "[::]" ? match.Result("${scheme}://localhost${rest}") : address;
    }

    [GeneratedRegex(
        @"^(?<scheme>https?)://(?<host>\[[^\]]+\]|[^:/\[\]]+)(?<rest>(:[1-9]\d*)?([/?#].*)?)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Http();
}
