namespace HotReload.Lsp.Recovery;

/// <summary>How often a fault may come, with nothing that goes well in between.</summary>
/// <param name="Times">So many times are too many.</param>
/// <param name="Within">Within this time.</param>
internal sealed record FaultLimit(int Times, TimeSpan Within);
