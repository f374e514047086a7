using System.Collections.Immutable;

namespace HotReload.Runtime.Profiles;

/// <summary>The addresses that a web program is to listen on.</summary>
/// <param name="Urls">What is left to listen on.</param>
/// <param name="Message">What there is to tell the user, null where nothing was changed.</param>
/// <param name="IsUsable">Whether the program can start with them.</param>
public sealed record ApplicationUrls(ImmutableArray<string> Urls, string? Message, bool IsUsable)
{
    const string Remedy = "Run 'dotnet dev-certs https --trust' to create it.";

    /// <summary>
    /// Leaves out https addresses where there is no developer certificate: the program would end at its start.
    /// </summary>
    /// <param name="applicationUrl">Addresses separated by semicolons.</param>
    /// <param name="certificate">Only asked when there is an https address.</param>
    public static ApplicationUrls From(string? applicationUrl, IDeveloperCertificate certificate)
    {
        var all = (applicationUrl ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToImmutableArray();
        if (!all.Any(IsHttps) || certificate.Exists())
        {
            return new(all, null, true);
        }

        var plain = all.RemoveAll(IsHttps);
        return plain.IsEmpty
            ? new(all, $"The launch profile has only https addresses, and there is no developer certificate. {Remedy}", false)
            : new(plain, $"https addresses are left out, as there is no developer certificate. {Remedy}", true);
    }

    static bool IsHttps(string url) => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
