namespace HotReload.Core.Buffers;

/// <summary>
/// An immutable text that takes LSP edits. Lines end at LF, CR LF or a lone CR, as LSP says; the index of line starts is
/// made when an edit first needs it.
/// </summary>
/// <param name="text">The text as the client has it, which some begin with a byte order mark and count as a character.</param>
public sealed class BufferText(string text)
{
    readonly string _text = text;
    int[]? _lineStarts;

    /// <summary>The whole text, as a compiler would read it from disk: without a byte order mark.</summary>
    public string Text { get; } = text.StartsWith('\uFEFF') ? text[1..] : text;

    /// <summary>How many lines there are; an empty text has one.</summary>
    public int LineCount => LineStarts.Length;

    int[] LineStarts => _lineStarts ??= FindLineStarts(_text);

    /// <summary>
    /// The text after an edit, or <see langword="null"/> when the edit's range is reversed or names a line that does not
    /// exist. A character past its line's end means the line's end (LSP, Position); the line after the last means the
    /// end of the text.
    /// </summary>
    public BufferText? Apply(TextEdit edit)
    {
        if (edit.Range is not { } range)
        {
            return new(edit.NewText);
        }

        return OffsetOf(range.Start) is { } start && OffsetOf(range.End) is { } end && start <= end
            ? new(string.Concat(_text.AsSpan(0, start), edit.NewText, _text.AsSpan(end)))
            : null;
    }

    int? OffsetOf(TextPosition position)
    {
        var starts = LineStarts;
        if (position.Line < 0 || position.Character < 0 || position.Line > starts.Length)
        {
            return null;
        }

        if (position.Line == starts.Length)
        {
            return position.Character == 0 ? _text.Length : null;
        }

        return (int)Math.Min(starts[position.Line] + (long)position.Character, LineEnd(position.Line));
    }

    /// <summary>Where a line's text ends, its terminator not counted.</summary>
    int LineEnd(int line)
    {
        if (line + 1 == LineStarts.Length)
        {
            return _text.Length;
        }

        var end = LineStarts[line + 1] - 1;
        return _text[end] == '\n' && end > LineStarts[line] && _text[end - 1] == '\r' ? end - 1 : end;
    }

    static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAny('\r', '\n'); next >= 0; next = rest.IndexOfAny('\r', '\n'))
        {
            var length = rest[next] == '\r' && next + 1 < rest.Length && rest[next + 1] == '\n' ? next + 2 : next + 1;
            starts.Add(starts[^1] + length);
            rest = rest[length..];
        }

        return [.. starts];
    }
}
