namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of <c>hotReload/document</c>.</summary>
/// <param name="Uri">The document, open or not.</param>
public sealed record DocumentParams(string Uri);
