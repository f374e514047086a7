using System.Collections.Immutable;

namespace HotReload.Runtime.Profiles;

/// <summary>How to start a program, as <c>Properties/launchSettings.json</c> says.</summary>
/// <param name="Name">The profile's name.</param>
/// <param name="Kind">What it starts.</param>
/// <param name="Arguments">The command line, split.</param>
/// <param name="ExecutablePath">For <see cref="LaunchProfileKind.Executable"/>: what to start.</param>
/// <param name="WorkingDirectory">As written, null where not.</param>
/// <param name="Environment">Variables, the profile's own only.</param>
/// <param name="ApplicationUrl">Addresses separated by semicolons, null where not written.</param>
/// <param name="LaunchBrowser">Whether a browser is to be opened.</param>
/// <param name="LaunchUrl">What it is to show, absolute or relative to the first address.</param>
/// <param name="ShowsRunMessages">Whether <c>dotnet run</c> would say that it builds.</param>
public sealed record LaunchProfile(
    string Name,
    LaunchProfileKind Kind,
    ImmutableArray<string> Arguments,
    string? ExecutablePath,
    string? WorkingDirectory,
    ImmutableDictionary<string, string> Environment,
    string? ApplicationUrl,
    bool LaunchBrowser,
    string? LaunchUrl,
    bool ShowsRunMessages);
