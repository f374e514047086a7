namespace HotReload.Lsp.Sessions;

/// <summary>Whether a session keeps edits back.</summary>
internal enum PauseState
{
    Running,
    Paused,
}
