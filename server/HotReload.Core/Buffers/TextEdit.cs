namespace HotReload.Core.Buffers;

/// <summary>
/// One change of a buffer. Without a <paramref name="Range"/> the whole text is replaced. Edits of one notification
/// apply one after the other, each to the text the one before has left.
/// </summary>
public readonly record struct TextEdit(TextRange? Range, string NewText);
