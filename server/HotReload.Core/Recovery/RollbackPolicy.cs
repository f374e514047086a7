namespace HotReload.Core.Recovery;

/// <summary>What happens when the program throws in a member that the last reload has changed.</summary>
public enum RollbackPolicy
{
    /// <summary>The client is told, and asks the user.</summary>
    Ask,

    /// <summary>The change is rolled back at once.</summary>
    Auto,

    /// <summary>Nothing; the program is not watched.</summary>
    Never,
}
