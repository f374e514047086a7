using HotReload.Core.Buffers;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations.Constants;

/// <summary>Where code stands in what people write: in its file, or in the view that a generator has made it of.</summary>
/// <param name="Document">That file.</param>
/// <param name="Span">The place in it.</param>
/// <param name="Text">The file's text.</param>
internal sealed record SourcePlace(TextDocument Document, TextSpan Span, SourceText Text)
{
    /// <summary>Whether it is in a view.</summary>
    public bool IsInView => Document is not Microsoft.CodeAnalysis.Document;

    /// <summary>Finds the place of code; null where it stands nowhere so.</summary>
    public static async Task<SourcePlace?> FindAsync(Document document, SyntaxNode code, CancellationToken cancellationToken)
    {
        if (document is not SourceGeneratedDocument)
        {
            return new(document, code.Span, await document.GetTextAsync(cancellationToken));
        }

        var mapped = code.SyntaxTree.GetMappedLineSpan(code.Span, cancellationToken);
        var view = mapped.HasMappedPath ? document.Project.AdditionalDocuments.FirstOrDefault(other => PathIdentity.Comparer.Equals(other.FilePath, mapped.Path)) : null;
        if (view is null || await view.GetTextAsync(cancellationToken) is not { } text || mapped.EndLinePosition.Line >= text.Lines.Count
            || mapped.StartLinePosition.Line != mapped.EndLinePosition.Line || text.Lines[mapped.EndLinePosition.Line].Span.Length < mapped.EndLinePosition.Character)
        {
            return null;
        }

        var span = text.Lines.GetTextSpan(mapped.Span);
        return text.ToString(span) == code.ToString() ? new(view, span, text) : null;
    }

    /// <summary>
    /// Whether another expression can stand here. In a view, what follows a name without parentheses around it is part of its expression, and a
    /// quote may end what it stands in.
    /// </summary>
    public bool Takes(string expression) => !IsInView
        || !(Quotes(expression, '"') || Quotes(expression, '\'') || (At(Span.Start - 1) == '@' && At(Span.End) is '.' or '[' or '(' or '!' or '?'));

    /// <summary>An expression in this place, on as many lines: those of the code below must stay what they are. Null where it has more.</summary>
    public TextChange? Write(ExpressionSyntax expression) => Write(expression.ToString()) ?? Write(expression.NormalizeWhitespace("", " ").ToString());

    /// <summary>The same of a text.</summary>
    public TextChange? Write(string expression)
    {
        var more = LineBreaks(Text.ToString(Span)) - LineBreaks(expression);
        return more < 0 ? null : new(Span, expression + new string('\n', more));
    }

    static int LineBreaks(string text) => text.Count(each => each == '\n');

    /// <summary>Whether an expression has a kind of quote that is open where it would stand, as far as its line tells.</summary>
    bool Quotes(string expression, char quote) => expression.Contains(quote, StringComparison.Ordinal)
        && Text.ToString(TextSpan.FromBounds(Text.Lines.GetLineFromPosition(Span.Start).Start, Span.Start)).Count(each => each == quote) % 2 == 1;

    char At(int place) => place >= 0 && place < Text.Length ? Text[place] : '\0';
}
