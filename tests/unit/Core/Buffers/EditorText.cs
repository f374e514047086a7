using System.Text.RegularExpressions;
using HotReload.Core.Buffers;

namespace HotReload.UnitTests.Core.Buffers;

/// <summary>
/// A text as an editor keeps it, by the plainest means: the measure for the buffers. It knows offsets and counts its
/// positions from them, so it goes the opposite way of the code under test.
/// </summary>
static partial class EditorText
{
    /// <summary>The place of an offset, or null between the CR and the LF of one line end, where there is no place.</summary>
    public static TextPosition? PositionAt(string text, int offset)
    {
        if (offset > 0 && offset < text.Length && text[offset - 1] == '\r' && text[offset] == '\n')
        {
            return null;
        }

        var ends = LineEnd().Matches(text[..offset]);
        return new(ends.Count, ends.Count == 0 ? offset : offset - (ends[^1].Index + ends[^1].Length));
    }

    /// <summary>The offset of any place, or null when the text has no such line.</summary>
    public static int? OffsetAt(string text, TextPosition position)
    {
        if (position.Line < 0 || position.Character < 0)
        {
            return null;
        }

        var lines = LineEnd().Split(text);
        if (position.Line >= lines.Length)
        {
            return position == new TextPosition(lines.Length, 0) ? text.Length : null;
        }

        var before = position.Line == 0 ? 0 : LineEnd().Matches(text)[position.Line - 1] is var end ? end.Index + end.Length : 0;
        return before + Math.Min(position.Character, lines[position.Line].Length);
    }

    [GeneratedRegex("\r\n|\r|\n")]
    private static partial Regex LineEnd();
}
