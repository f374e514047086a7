using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of the request <c>hotReload/runInTerminal</c>, which the server sends to the client.</summary>
/// <param name="Session">The session's id.</param>
/// <param name="Title">A name for the terminal.</param>
/// <param name="Command">Full path of the executable.</param>
/// <param name="Args">Its arguments, unquoted.</param>
/// <param name="WorkingDirectory">Full path.</param>
/// <param name="Environment">Variables to set on top of the terminal's own; null removes one. They hold a secret: not to be logged.</param>
public sealed record RunInTerminalParams(
    string Session,
    string Title,
    string Command,
    ImmutableArray<string> Args,
    string WorkingDirectory,
    ImmutableDictionary<string, string?> Environment);
