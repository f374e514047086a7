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
}
