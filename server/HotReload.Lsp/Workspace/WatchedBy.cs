namespace HotReload.Lsp.Workspace;

/// <summary>Who tells of changed files in the folders of projects.</summary>
internal enum WatchedBy
{
    Client,
    Server,
}
