using System.Collections.Immutable;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// Declarations that come or go. Plain are methods, properties and fields that nothing but their name leads to, and whole types: no virtual
/// member, constructor, operator or indexer, nothing with an attribute, nothing that gives a value type or a record another field.
/// </summary>
/// <param name="all">The declarations, types before their members.</param>
internal sealed class PlainMembers(ImmutableArray<DeclaredMember> all)
{
    readonly ImmutableHashSet<SyntaxNode> _types = [.. all.Select(member => member.Node).Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)];

    /// <summary>Whether they are plain.</summary>
    public bool AreAll => all.All(member => _types.Contains(member.Node) ? IsPlainType(member.Node) : IsInType(member.Node) || IsPlain(member.Node));

    /// <summary>Those that are not part of a type that is among them.</summary>
    public IEnumerable<MemberDeclarationSyntax> Outermost => all.Select(member => member.Node).Where(node => !IsInType(node)).Distinct();

    /// <summary>The names that lead to them: a type's own, and those of its extension methods and of an entry point.</summary>
    public ImmutableHashSet<string> Names => [.. all.Select(member => member.Node).Where(node => !IsInType(node) || IsFoundWithoutType(node)).SelectMany(DeclaredNames.Of)];

    /// <summary>Whether a type is declared otherwise than in the other version: its values may be met without its name.</summary>
    public bool SharesType(PlainMembers other) => all.Any(member => _types.Contains(member.Node) && other.HasType(member));

    bool HasType(DeclaredMember type) => all.Any(member => _types.Contains(member.Node) && member.Name == type.Name);

    bool IsInType(MemberDeclarationSyntax node) => node.Ancestors().Any(_types.Contains);

    static bool IsFoundWithoutType(MemberDeclarationSyntax node) => node is MethodDeclarationSyntax method
        && (method.Identifier.ValueText == WellKnownMemberNames.EntryPointMethodName
            || (method.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword)));

    static bool IsPlainType(MemberDeclarationSyntax node) =>
        !HasAttributes(node)
        && !node.Modifiers.Any(SyntaxKind.PartialKeyword) && !node.Modifiers.Any(SyntaxKind.FileKeyword)
        && !node.DescendantNodesAndSelf().Any(inner => inner is TypeDeclarationSyntax { Identifier.Text: "" });

    static bool IsPlain(MemberDeclarationSyntax node) =>
        !HasAttributes(node) && !node.Modifiers.Any(IsMore)
        && node switch
        {
            MethodDeclarationSyntax method => method.ExplicitInterfaceSpecifier is null && node.Parent is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax,
            PropertyDeclarationSyntax property => property.ExplicitInterfaceSpecifier is null
                && (node.Parent is ClassDeclarationSyntax || (node.Parent is StructDeclarationSyntax && property.ExpressionBody is not null)),
            FieldDeclarationSyntax => node.Parent is ClassDeclarationSyntax,
            _ => false,
        };

    static bool IsMore(SyntaxToken modifier) => modifier.Kind() is SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.AbstractKeyword
        or SyntaxKind.PartialKeyword or SyntaxKind.ExternKeyword or SyntaxKind.RequiredKeyword or SyntaxKind.FixedKeyword;

    static bool HasAttributes(SyntaxNode node) => node.DescendantNodesAndSelf().Any(inner => inner is AttributeListSyntax);
}
