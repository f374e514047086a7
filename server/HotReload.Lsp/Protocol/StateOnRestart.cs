namespace HotReload.Lsp.Protocol;

/// <summary>What of a program's state goes over a restart.</summary>
public enum StateOnRestart
{
    /// <summary>What the program marks.</summary>
    Marked,

    /// <summary>That, and every static field of the session's projects that can be carried.</summary>
    Auto,

    /// <summary>Nothing.</summary>
    Off,
}
