namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of every request that means one session.</summary>
/// <param name="Session">Its id; left out: the only session.</param>
public sealed record SessionParams(string? Session = null);
