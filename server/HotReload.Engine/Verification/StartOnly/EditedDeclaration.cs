using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification.StartOnly;

/// <summary>A declaration that an edit has changed, brought or taken, in a type that the program has already.</summary>
/// <param name="Member">As it is; one that is gone, as it was.</param>
/// <param name="Before">As it was; null for one that has come.</param>
/// <param name="Now">As it is; null for one that is gone.</param>
/// <param name="TypeBefore">The type that it is or is in.</param>
/// <param name="TypeNow">The same in the other version.</param>
internal sealed record EditedDeclaration(
    DeclaredMember Member, MemberDeclarationSyntax? Before, MemberDeclarationSyntax? Now, INamedTypeSymbol TypeBefore, INamedTypeSymbol TypeNow)
{
    /// <summary>Whether there is one with a modifier now and none before, or the other way round.</summary>
    public bool DiffersIn(SyntaxKind modifier) => Before?.Modifiers.Any(modifier) == true != (Now?.Modifiers.Any(modifier) == true);

    /// <summary>Whether it has more or fewer attributes of a name, on itself or within.</summary>
    public bool DiffersInAttribute(string name) => Count(Before, name) != Count(Now, name);

    /// <summary>How many attributes of a name a declaration has.</summary>
    public static int Count(MemberDeclarationSyntax? node, string name) => node is null ? 0
        : Lists(node).SelectMany(list => list.Attributes).Count(attribute => IsNamed(attribute, name));

    /// <summary>Those of local functions and lambdas counted, those of a type's members not.</summary>
    static IEnumerable<AttributeListSyntax> Lists(MemberDeclarationSyntax node) =>
        node.DescendantNodes(inner => inner == node || inner is not MemberDeclarationSyntax).OfType<AttributeListSyntax>().Where(list => list.FirstAncestorOrSelf<MemberDeclarationSyntax>() == node);

    /// <summary>Whether an attribute goes by a name, with its namespace or without, with or without its ending.</summary>
    public static bool IsNamed(AttributeSyntax attribute, string name)
    {
        var written = attribute.Name is QualifiedNameSyntax { Right: var right } ? right.Identifier.Text : attribute.Name.ToString();
        return written == name || written == name + "Attribute";
    }
}
