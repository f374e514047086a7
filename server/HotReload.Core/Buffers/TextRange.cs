namespace HotReload.Core.Buffers;

/// <summary>A half-open range of a text: <paramref name="Start"/> belongs to it, <paramref name="End"/> does not.</summary>
public readonly record struct TextRange(TextPosition Start, TextPosition End);
