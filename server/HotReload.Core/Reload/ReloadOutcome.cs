namespace HotReload.Core.Reload;

/// <summary>How a reload ended. Every edit ends as one of these; nothing is dropped without one.</summary>
public enum ReloadOutcome
{
    /// <summary>Every running process has acknowledged the delta.</summary>
    Applied,

    /// <summary>The text means the same program as before; no generation was used.</summary>
    NoChange,

    /// <summary>Errors in the source: nothing was applied, the program runs on, the edit is part of the next attempt.</summary>
    Held,

    /// <summary>The edit can't be a delta: nothing was applied until the program is restarted.</summary>
    RestartRequired,

    /// <summary>The program was started again with the new text.</summary>
    Restarted,

    /// <summary>The delta was made, but a process did not take it. That process gets no further delta before a restart.</summary>
    Failed,
}
