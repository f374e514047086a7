namespace HotReload.Core.Ports;

/// <summary>What the compiler makes of a snapshot.</summary>
public enum CompileVerdict
{
    /// <summary>The snapshot is the same program as the baseline.</summary>
    NoChange,

    /// <summary>Deltas are ready; the edit session waits for commit or discard.</summary>
    Ready,

    /// <summary>Errors in the source: no delta, the baseline stays.</summary>
    Held,

    /// <summary>No delta can carry this edit: the program must be started again.</summary>
    RestartRequired,
}
