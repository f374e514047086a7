namespace HotReload.Core.Recovery;

/// <summary>What is done about a fault.</summary>
public enum RecoveryAction
{
    /// <summary>The same once more.</summary>
    Retry,

    /// <summary>The next rung of the ladder: what no delta brings, a restart does.</summary>
    NextRung,

    /// <summary>The program is started again, with all text and the state that can be carried.</summary>
    RestartProgram,

    /// <summary>The projects are loaded again, and what was applied is compiled once more without being applied.</summary>
    RestartEngine,

    /// <summary>Nothing, until there is new text or the user asks: what runs goes on.</summary>
    Hold,
}
