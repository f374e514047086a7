namespace HotReload.Lsp.Protocol;

/// <summary>Why a snapshot was taken.</summary>
public enum SnapshotReason
{
    /// <summary>A reload had been applied.</summary>
    Reload,

    /// <summary>The user asked for it.</summary>
    Manual,
}
