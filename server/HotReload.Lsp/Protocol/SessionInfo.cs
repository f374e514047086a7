using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol;

/// <summary>A session as a client sees it.</summary>
/// <param name="Id">Names it in every request and notification.</param>
/// <param name="Name">The project file's name without its ending.</param>
/// <param name="Project">Full path of the project that is run.</param>
/// <param name="LaunchProfile">The profile it was started with, if any.</param>
/// <param name="Mode">When it reloads.</param>
/// <param name="Paused">Whether it keeps edits back for now.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Message">What it says of that, as in <see cref="StatusParams"/>; empty where the state says all.</param>
/// <param name="Generation">How many deltas the program has taken since its start.</param>
/// <param name="Processes">The running processes' ids.</param>
/// <param name="Urls">Where the program was told to listen.</param>
/// <param name="LaunchUrl">The page to open, where the profile asks for a browser.</param>
/// <param name="SdkVersion">The SDK whose compiler the session uses.</param>
public sealed record SessionInfo(
    string Id,
    string Name,
    string Project,
    string? LaunchProfile,
    ReloadMode Mode,
    bool Paused,
    SessionState State,
    string Message,
    int Generation,
    ImmutableArray<int> Processes,
    ImmutableArray<string> Urls,
    string? LaunchUrl,
    string SdkVersion);
