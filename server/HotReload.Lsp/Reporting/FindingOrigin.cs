namespace HotReload.Lsp.Reporting;

/// <summary>What a session was doing when it found something.</summary>
internal enum FindingOrigin
{
    /// <summary>A reload, or the catching up at a start.</summary>
    Reload,

    /// <summary>A build without which the program can't start.</summary>
    Build,
}
