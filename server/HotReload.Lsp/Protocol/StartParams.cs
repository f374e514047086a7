using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of <c>hotReload/start</c>.</summary>
/// <param name="Project">Full path of a project file, of a folder with one, or of a file-based program; left out: the only runnable project of the workspace.</param>
/// <param name="LaunchProfile">A profile of <c>launchSettings.json</c>; left out: the first that runs the project; empty: none.</param>
/// <param name="Args">Arguments for the program, instead of the profile's.</param>
/// <param name="Environment">Variables for the program, on top of the profile's.</param>
/// <param name="WorkingDirectory">Full path, instead of the profile's or the project's folder.</param>
/// <param name="TargetFramework">Which framework of a project that has several.</param>
/// <param name="Mode">When to reload; left out: what <c>initialize</c> said, else on save.</param>
/// <param name="Terminal">Who starts the program; left out: the server.</param>
/// <param name="LaunchBrowser">False: no page is opened; left out, or true: as the profile says.</param>
public sealed record StartParams(
    string? Project = null,
    string? LaunchProfile = null,
    ImmutableArray<string>? Args = null,
    ImmutableDictionary<string, string>? Environment = null,
    string? WorkingDirectory = null,
    string? TargetFramework = null,
    ReloadMode? Mode = null,
    TerminalKind? Terminal = null,
    bool? LaunchBrowser = null);
