namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of <c>hotReload/restart</c>.</summary>
/// <param name="Session">The session's id; left out: the only session.</param>
/// <param name="State">What becomes of the program's state; <see cref="RestartState.Keep"/> by default.</param>
public sealed record RestartParams(string? Session = null, RestartState? State = null);
