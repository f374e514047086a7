namespace HotReload.JsonRpc.Connection;

/// <summary>Why a connection is no more. The first cause counts.</summary>
/// <param name="Kind">The kind, for code.</param>
/// <param name="Sentence">One sentence for people.</param>
public sealed record ConnectionEnd(ConnectionEndKind Kind, string Sentence);
