using HotReload.Core.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Reporting;

/// <summary>Roslyn's places as LSP counts them; both count UTF-16 code units from zero.</summary>
internal static class Places
{
    public static TextRange ToRange(LinePositionSpan span) => new(ToPosition(span.Start), ToPosition(span.End));

    public static TextRange ToRange(SyntaxNode node) => ToRange(node.GetLocation().GetLineSpan().Span);

    static TextPosition ToPosition(LinePosition position) => new(position.Line, position.Character);

    /// <summary>The node at a place; null where the text is shorter.</summary>
    public static SyntaxNode? FindNode(SyntaxNode? root, SourceText text, TextRange range) =>
        root is null || range.End.Line >= text.Lines.Count
            ? null
            : root.FindNode(text.Lines.GetTextSpan(new(
                new LinePosition(range.Start.Line, range.Start.Character), new LinePosition(range.End.Line, range.End.Character))));

    /// <summary>From the first to the last changed place of a file; its beginning where it came or went.</summary>
    public static TextRange OfChange(TextDocument? before, TextDocument? after)
    {
        if (before?.TryGetText(out var old) != true || after?.TryGetText(out var text) != true)
        {
            return default;
        }

        var ranges = text!.GetChangeRanges(old!);
        if (ranges.Count == 0)
        {
            return default;
        }

        var shift = 0;
        var last = new TextSpan(ranges[0].Span.Start, ranges[0].NewLength);
        foreach (var range in ranges)
        {
            last = new TextSpan(range.Span.Start + shift, range.NewLength);
            shift += range.NewLength - range.Span.Length;
        }

        return ToRange(text.Lines.GetLinePositionSpan(TextSpan.FromBounds(ranges[0].Span.Start, last.End)));
    }
}
