namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of <c>hotReload/rollback</c>.</summary>
/// <param name="Session">The session's id; left out: the only session.</param>
/// <param name="State">What becomes of the program's state; <see cref="RollbackState.Keep"/> by default.</param>
public sealed record RollbackParams(string? Session = null, RollbackState? State = null);
