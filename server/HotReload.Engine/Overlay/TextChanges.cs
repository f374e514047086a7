using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Overlay;

/// <summary>Turns a whole new text into the one change that makes it from the old.</summary>
internal static class TextChanges
{
    /// <summary>
    /// The old text with what lies between the common start and the common end replaced. Encoding and checksum
    /// algorithm are the old text's: an editor's string has neither.
    /// </summary>
    public static SourceText Replace(SourceText old, string text)
    {
        var before = old.ToString().AsSpan();
        var after = text.AsSpan();
        var start = before.CommonPrefixLength(after);
        var end = CommonSuffixLength(before[start..], after[start..]);
        if (start + end == before.Length && before.Length == after.Length)
        {
            return old;
        }

        var span = TextSpan.FromBounds(start, before.Length - end);
        return old.WithChanges(new TextChange(span, text.Substring(start, after.Length - end - start)));
    }

    static int CommonSuffixLength(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var limit = Math.Min(left.Length, right.Length);
        var length = 0;
        while (length < limit && left[^(length + 1)] == right[^(length + 1)])
        {
            length++;
        }

        return length;
    }
}
