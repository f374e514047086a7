namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: one pattern to watch.</summary>
/// <param name="GlobPattern">Which files.</param>
/// <param name="Kind">What to tell of them: the sum of 1 (created), 2 (changed) and 4 (deleted); all of it where it is left out.</param>
public sealed record FileWatch(string GlobPattern, int? Kind = null)
{
    /// <summary>Only that they are gone.</summary>
    public const int Deletions = 4;
}
