namespace HotReload.Lsp.Workspace;

/// <summary>Several watches that end together.</summary>
internal sealed class WatchGroup(params IDisposable[] watches) : IDisposable
{
    public void Dispose() => Array.ForEach(watches, watch => watch.Dispose());
}
