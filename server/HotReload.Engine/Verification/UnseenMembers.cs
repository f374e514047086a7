using System.Collections.Immutable;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// Finds members that come or go and that a running program would not show so. A type's first indexer has the compiler
/// mark the type (<c>DefaultMember</c>), which no delta does; the property that partial declarations made is left where they go; and
/// <see cref="InterfaceDispatch"/>.
/// </summary>
internal static class UnseenMembers
{
    /// <summary>The members, and what keeps a running program from showing them.</summary>
    public static IEnumerable<(DeclaredMember Member, string What)> Find(TextEdits edits, Compilation before, Compilation after) =>
        FindIndexers(edits.Came, after, before, "it is its type's first indexer, and reflection would not find it as such")
            .Concat(FindIndexers(edits.Went, before, after, "it was its type's last indexer, and reflection would go on looking for it"))
            .Concat(edits.Went.Where(member => IsPartial(member.Node) && edits.LatterOf(member) is null)
                .Select(member => (member, "its partial declarations are gone, and reflection would go on showing it")))
            .Concat(new InterfaceDispatch(after, before).Find(edits.Came)
                .Select(member => (member, "it implements an interface's member, for which the program goes on calling what it has called before")))
            .Concat(new InterfaceDispatch(before, after).Find(edits.Went)
                .Select(member => (member, "it implemented an interface's member, and the program would go on calling it")))
            .DistinctBy(found => (found.Item1.Kind, found.Item1.Name));

    /// <summary>Those whose type is known by another default member, or by none, in the other version.</summary>
    static IEnumerable<(DeclaredMember, string)> FindIndexers(
        ImmutableArray<DeclaredMember> members, Compilation own, Compilation other, string what) =>
        from member in members
        where member.Node is IndexerDeclarationSyntax
        let type = own.GetSemanticModel(member.Node.SyntaxTree).GetDeclaredSymbol(member.Node)?.ContainingType
        where type is not null && SymbolIds.Find(SymbolIds.Of(type), other) is INamedTypeSymbol counterpart
            && DefaultMember(type) is { } name && DefaultMember(counterpart) != name
        select (member, what);

    static string? DefaultMember(INamedTypeSymbol type) =>
        type.GetMembers(WellKnownMemberNames.Indexer).OfType<IPropertySymbol>().FirstOrDefault()?.MetadataName;

    static bool IsPartial(MemberDeclarationSyntax node) =>
        node is PropertyDeclarationSyntax or IndexerDeclarationSyntax
        && node.Modifiers.Any(SyntaxKind.PartialKeyword);
}
