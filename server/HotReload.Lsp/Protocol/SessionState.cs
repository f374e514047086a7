namespace HotReload.Lsp.Protocol;

/// <summary>What a session is doing.</summary>
public enum SessionState
{
    /// <summary>No session.</summary>
    Off,

    /// <summary>Projects are loaded and the program is started.</summary>
    Starting,

    /// <summary>The program is built.</summary>
    Building,

    /// <summary>The program runs and edits are applied; the first may take longer, as the compiler is still warming up.</summary>
    Warming,

    /// <summary>The program runs the text of <c>lastReload</c>, or that of its start.</summary>
    Ready,

    /// <summary>A snapshot is compiled.</summary>
    Compiling,

    /// <summary>A delta is on its way to the program.</summary>
    Applying,

    /// <summary>The program has not answered an apply for a while (paused in a debugger, or stopped); edits are kept.</summary>
    Pending,

    /// <summary>Errors in the source; the program runs on with the text before.</summary>
    Held,

    /// <summary>The text can only take effect with a restart.</summary>
    RestartRequired,

    /// <summary>The program is being started again.</summary>
    Restarting,

    /// <summary>The program has ended by itself; the next reload or restart starts it again.</summary>
    Exited,

    /// <summary>The session can't go on; <c>message</c> says why.</summary>
    Error,
}
