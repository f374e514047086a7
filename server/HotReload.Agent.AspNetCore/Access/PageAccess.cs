using System.Security.Cryptography;
using System.Text;
using HotReload.Agent.AspNetCore.Pages;
using Microsoft.AspNetCore.Http;

namespace HotReload.Agent.AspNetCore.Access;

/// <summary>Who may talk to the agent: pages of this very program, which have the session's token.</summary>
sealed class PageAccess(PageHost host, AllowedHosts hosts)
{
    /// <summary>Whether a request names the program by a name that is its own.</summary>
    public bool IsOwnHost(HttpRequest request) => hosts.Allow(request.Host, host.Setup?.Hosts ?? []);

    /// <summary>
    /// Whether a request comes from a page of the program's own origin. Browsers name the origin with every WebSocket; who names none
    /// is no browser and has no business here.
    /// </summary>
    public bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin is [{ } origin]
        && Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && (IsSame(uri, request.Host) || IsNamed(uri));

    /// <summary>Compares in a time that does not tell how much of a guess was right.</summary>
    public bool IsToken(string? candidate) =>
        host.Setup is { } setup && candidate is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(candidate), Encoding.UTF8.GetBytes(setup.Token));

    static bool IsSame(Uri origin, HostString host) => HostString.FromUriComponent(origin).Equals(host)
        || (host.Port is null && origin.IsDefaultPort && string.Equals(origin.Host, host.Host, StringComparison.OrdinalIgnoreCase));

    /// <summary>Behind a proxy that names the program by another name, the origin is one that the user allows.</summary>
    bool IsNamed(Uri origin) => host.Setup is { Hosts: { Count: > 0 } named }
        && named.Any(name => name.StartsWith('.')
            ? origin.Host.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            : origin.Host.Equals(name, StringComparison.OrdinalIgnoreCase));
}
