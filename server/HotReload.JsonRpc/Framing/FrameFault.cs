namespace HotReload.JsonRpc.Framing;

/// <summary>Why no further frame can be read.</summary>
/// <param name="Kind">The kind, for code.</param>
/// <param name="Sentence">One sentence for people. It never quotes what was read, which may be part of a message.</param>
public sealed record FrameFault(FrameFaultKind Kind, string Sentence);
