using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Declarations;

/// <summary>A declaration that the analysis sees and the user's text has not any more, on a line with others: the code below stays on its lines.</summary>
internal static class HeldText
{
    /// <summary>What tells that it is not the user who has declared it.</summary>
    public const string Mark = "/*held*/";

    /// <summary>Whether a node is within one, or is one.</summary>
    public static bool Has(SyntaxNode node) => node.AncestorsAndSelf().Any(each => each is MemberDeclarationSyntax && IsMarked(each));

    /// <summary>A declaration with the same code; null where it needs more than a line.</summary>
    public static string? Of(MemberDeclarationSyntax member)
    {
        var text = new StringBuilder();
        foreach (var token in member.DescendantTokens())
        {
            text.Append(token.LeadingTrivia.Any() ? " " : "").Append(token.Text).Append(token.TrailingTrivia.Any() ? " " : "");
        }

        var line = text.ToString().Trim();
        return member.DescendantTrivia().Any(trivia => trivia.IsDirective && member.Span.Contains(trivia.Span)) || line.AsSpan().ContainsAny('\r', '\n') ? null : $" {line}{Mark}";
    }

    static bool IsMarked(SyntaxNode member) => member.GetTrailingTrivia().ToString().StartsWith(Mark, StringComparison.Ordinal);
}
