namespace HotReload.Lsp.Protocol;

/// <summary>The <c>data</c> of a failed request.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
public sealed record ErrorData(string Code);
