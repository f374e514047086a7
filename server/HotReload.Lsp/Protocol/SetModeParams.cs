namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of <c>hotReload/setMode</c>.</summary>
/// <param name="Mode">When to reload from now on.</param>
/// <param name="Session">The session's id; left out: the only session.</param>
public sealed record SetModeParams(ReloadMode Mode, string? Session = null);
