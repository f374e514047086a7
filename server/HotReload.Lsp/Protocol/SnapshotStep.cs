namespace HotReload.Lsp.Protocol;

/// <summary>A step in time.</summary>
public enum SnapshotStep
{
    /// <summary>To the snapshot before the current one.</summary>
    Back,

    /// <summary>To the one after it.</summary>
    Forth,
}
