namespace HotReload.Lsp.Protocol;

/// <summary>Who restarts the program when a change can only take effect so.</summary>
public enum RestartPolicy
{
    /// <summary>The user, whom the client asks; the server waits for <c>hotReload/restart</c>.</summary>
    Ask,

    /// <summary>The server, at once.</summary>
    Auto,

    /// <summary>The user, whom nobody asks; for the server the same as <see cref="Ask"/>.</summary>
    Never,
}
