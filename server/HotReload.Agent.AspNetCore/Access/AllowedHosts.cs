using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HotReload.Agent.AspNetCore.Access;

/// <summary>
/// The names under which this program may be reached. A foreign page can point a name of its own at this machine (DNS rebinding), but
/// it can't have one of these: names of the machine itself, addresses, names that the program was told to listen on, and those that
/// the user allows.
/// </summary>
sealed class AllowedHosts(IFeatureCollection server)
{
    /// <summary>Whether a host may be talked to.</summary>
    /// <param name="host">As a request names it, with or without a port.</param>
    /// <param name="allowed">What the user allows: a name, or <c>.name</c> for all below it.</param>
    public bool Allow(HostString host, IEnumerable<string> allowed)
    {
        var name = host.Host.Trim('[', ']');
        return name.Length > 0
            && (IsOwn(name) || IPAddress.TryParse(name, out _) || Listened().Contains(name, StringComparer.OrdinalIgnoreCase) || allowed.Any(Fits));

        bool Fits(string pattern) => pattern.StartsWith('.')
            ? name.EndsWith(pattern, StringComparison.OrdinalIgnoreCase)
            : name.Equals(pattern, StringComparison.OrdinalIgnoreCase);
    }

    static bool IsOwn(string name) =>
        name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    IEnumerable<string> Listened() => (server.Get<IServerAddressesFeature>()?.Addresses ?? [])
        .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : null)
        .OfType<string>();
}
