namespace HotReload.Lsp.Protocol;

/// <summary>What becomes of the program's state when a change is rolled back.</summary>
public enum RollbackState
{
    /// <summary>It stays as it is.</summary>
    Keep,

    /// <summary>What the program marks is as it was just before the change.</summary>
    Restore,
}
