namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of the notification <c>hotReload/input</c>: text for the program's standard input.</summary>
/// <param name="Text">As it is, line ends included.</param>
/// <param name="Session">The session's id; left out: the only session.</param>
public sealed record InputParams(string Text, string? Session = null);
