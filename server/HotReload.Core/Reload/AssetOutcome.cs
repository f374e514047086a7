namespace HotReload.Core.Reload;

/// <summary>What became of a static file's change.</summary>
public enum AssetOutcome
{
    /// <summary>The program serves it, and the open pages were told.</summary>
    Injected,

    /// <summary>The program serves it only after a build; the message says why.</summary>
    NeedsBuild,

    /// <summary>It could not be brought to the pages; the message says why.</summary>
    Failed,
}
