using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of the notification <c>hotReload/status</c>, sent only when something of it has changed.</summary>
/// <param name="Session">The session's id.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Message">One sentence for people; empty where the state says all.</param>
/// <param name="Mode">When it reloads.</param>
/// <param name="Paused">Whether it keeps edits back for now.</param>
/// <param name="Generation">How many deltas the program has taken since its start.</param>
/// <param name="LastReload">The id of the last result; 0 before the first.</param>
/// <param name="Processes">The running processes' ids.</param>
public sealed record StatusParams(
    string Session,
    SessionState State,
    string Message,
    ReloadMode Mode,
    bool Paused,
    int Generation,
    int LastReload,
    ImmutableArray<int> Processes);
