using System.Collections.Immutable;
using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Reporting;

/// <summary>Finds the new members that hold a value: a constant or a computed property has none to default.</summary>
internal static class NewState
{
    public static async Task<ImmutableHashSet<ChangedMember>> FindAsync(
        Solution solution, ImmutableArray<ChangedMember> members, CancellationToken cancellationToken)
    {
        var found = ImmutableHashSet.CreateBuilder<ChangedMember>();
        foreach (var member in members.Where(member => member is { Change: MemberChange.Added, Kind: "field" or "property" or "event" }))
        {
            if (await FindNodeAsync(solution, member, cancellationToken) is { } node && HoldsValue(node))
            {
                found.Add(member);
            }
        }

        return found.ToImmutable();
    }

    static bool HoldsValue(MemberDeclarationSyntax node) => node switch
    {
        BaseFieldDeclarationSyntax field => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        PropertyDeclarationSyntax property => !IsWithoutBody(property) && (IsAutomatic(property) || UsesField(property)),
        _ => false,
    };

    static bool IsWithoutBody(PropertyDeclarationSyntax property) =>
        property.Parent is InterfaceDeclarationSyntax && !property.Modifiers.Any(SyntaxKind.StaticKeyword)
        || property.Modifiers.Any(SyntaxKind.AbstractKeyword)
        || property.Modifiers.Any(SyntaxKind.ExternKeyword);

    static bool IsAutomatic(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Any(accessor => accessor.Body is null && accessor.ExpressionBody is null) == true;

    /// <summary>By its text: the keyword is a token like any other to the compilers that this is built against.</summary>
    static bool UsesField(PropertyDeclarationSyntax property) =>
        property.DescendantTokens().Any(token => token.Text == "field" && token.Parent is not MemberAccessExpressionSyntax);

    static async Task<MemberDeclarationSyntax?> FindNodeAsync(Solution solution, ChangedMember member, CancellationToken cancellationToken)
    {
        var document = solution.GetDocumentIdsWithFilePath(member.File).Select(solution.GetDocument).FirstOrDefault(item => item is not null);
        if (document is null || await document.GetSyntaxRootAsync(cancellationToken) is not { } root)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellationToken);
        var (start, end) = (member.Range.Start, member.Range.End);
        var span = text.Lines.GetTextSpan(new(new LinePosition(start.Line, start.Character), new LinePosition(end.Line, end.Character)));
        return root.FindNode(span).FirstAncestorOrSelf<MemberDeclarationSyntax>();
    }
}
