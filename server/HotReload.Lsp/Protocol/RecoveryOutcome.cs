namespace HotReload.Lsp.Protocol;

/// <summary>What came of a step that was taken about a fault.</summary>
public enum RecoveryOutcome
{
    /// <summary>It is under way.</summary>
    Running,

    /// <summary>What was at fault goes on.</summary>
    Recovered,

    /// <summary>It did not help; the next step follows.</summary>
    Failed,

    /// <summary>Nothing more is tried until there is new text, or the user asks.</summary>
    Held,
}
