namespace HotReload.Lsp.Protocol;

/// <summary>Who starts the program.</summary>
public enum TerminalKind
{
    /// <summary>The server; the program's output comes as <c>hotReload/output</c>.</summary>
    Server,

    /// <summary>The client, in a terminal of its own, by the command line of <c>hotReload/runInTerminal</c>.</summary>
    Client,
}
