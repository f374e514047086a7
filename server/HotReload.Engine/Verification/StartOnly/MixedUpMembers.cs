using HotReload.Core.Reload;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification.StartOnly;

/// <summary>
/// Finds a member that is edited while another by the same word comes above it in its type, or changes places with it: an overload, a type of another
/// namespace, an implementation for another interface. The SDK's analysis takes one for the other, and its delta misses the edit or deletes what is
/// still called.
/// </summary>
internal static class MixedUpMembers
{
    /// <summary>The reason; null for nearly all edits.</summary>
    public static async Task<ReloadDiagnostic?> FindAsync(WrittenEdits written, Solution before, Solution after, CancellationToken cancellationToken)
    {
        foreach (var (id, edits) in written.Projects)
        {
            foreach (var file in edits.Came.GroupBy(member => member.Node.SyntaxTree).Where(file => file.Any(HasBody)))
            {
                var document = after.GetProject(id)?.GetDocument(file.Key);
                var former = document is null ? null : before.GetDocument(document.Id);
                if (former is null || await former.GetSyntaxRootAsync(cancellationToken) is not { } old)
                {
                    continue;
                }

                var edited = file.Where(member => HasBody(member) && edits.FormerOf(member) is not null).ToList();
                var (were, are) = (Alike(old, edited), Alike(await file.Key.GetRootAsync(cancellationToken), edited));
                var mixed = edited.Find(member => Around(member).Any(each => IsMixedUp(each, were, are)));
                if (mixed is not null)
                {
                    return mixed.ToWarning(
                        AnalysisFailure.Code, $"{mixed.Name} is edited while another by that name comes above it or changes places with it, which the SDK's analysis mixes up. One after the other, both are applied.",
                        document!.Project);
                }
            }
        }

        return null;
    }

    static bool HasBody(DeclaredMember member) => member.Node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax;

    /// <summary>
    /// Whether there is something above it now that was not: what the analysis goes through in order, it takes for the one that was there. What
    /// comes or goes below, and what goes above, it does not mind.
    /// </summary>
    static bool IsMixedUp(DeclaredMember member, ILookup<string, DeclaredMember> were, ILookup<string, DeclaredMember> are)
    {
        var (before, now) = (Identities(member, were), Identities(member, are));
        var (formerly, place) = (before.IndexOf(IdentityOf(member)), now.IndexOf(IdentityOf(member)));
        return formerly < 0 || place < 0
            ? !before.SequenceEqual(now) && (before.Count > 1 || now.Count > 1)
            : now.Take(place).Except(before.Take(formerly)).Any();
    }

    static ILookup<string, DeclaredMember> Alike(SyntaxNode root, List<DeclaredMember> edited)
    {
        var words = edited.SelectMany(Around).Select(WordOf).ToHashSet(StringComparer.Ordinal);
        return MemberListing.Of(root).All.Where(member => words.Contains(WordOf(member))).ToLookup(WordOf);
    }

    /// <summary>A member and the types that it is in: of types in two namespaces, and of a type's parts, one can be taken for the other, too.</summary>
    static IEnumerable<DeclaredMember> Around(DeclaredMember member) => member.Node.Ancestors().OfType<TypeDeclarationSyntax>()
        .SelectMany(type => MemberListing.Of(type.SyntaxTree.GetRoot()).All.Where(each => each.Node == type)).Prepend(member);

    /// <summary>Those that go by its plain word, in their order: of a type's members those of that type.</summary>
    static List<string> Identities(DeclaredMember member, ILookup<string, DeclaredMember> all) =>
        [.. all[WordOf(member)].Where(other => other.Node is TypeDeclarationSyntax == member.Node is TypeDeclarationSyntax
            && (member.Node is TypeDeclarationSyntax || ContainerOf(other.Node) == ContainerOf(member.Node))).Select(IdentityOf)];

    static string ContainerOf(SyntaxNode node) =>
        $"{SpaceOf(node)} {string.Join('.', node.Ancestors().OfType<TypeDeclarationSyntax>().Select(type => type.Identifier.ValueText + type.TypeParameterList))}";

    static string IdentityOf(DeclaredMember member) => $"{SpaceOf(member.Node)} {member.Name} {DetailsOf(member.Node)}";

    static string WordOf(DeclaredMember member) => member.Node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        ConstructorDeclarationSyntax => ".ctor",
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EventDeclarationSyntax item => item.Identifier.ValueText,
        IndexerDeclarationSyntax => "this[]",
        OperatorDeclarationSyntax item => item.OperatorToken.Text,
        ConversionOperatorDeclarationSyntax => "conversion",
        TypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => member.Name,
    };

    static string SpaceOf(SyntaxNode node) => string.Join('.', node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Select(space => space.Name.ToString()));

    /// <summary>What sets it apart from those of the same name: the interface that it is for, how its parameters are passed; the members of a type's part.</summary>
    static string DetailsOf(MemberDeclarationSyntax node) => node switch
    {
        MethodDeclarationSyntax method => $"{method.ExplicitInterfaceSpecifier} {string.Join(' ', method.ParameterList.Parameters.Select(parameter => parameter.Modifiers.ToString()))}",
        BasePropertyDeclarationSyntax property => property.ExplicitInterfaceSpecifier?.ToString() ?? "",
        TypeDeclarationSyntax type when type.Modifiers.Any(SyntaxKind.PartialKeyword) => string.Join(' ', type.Members.OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.ValueText)),
        _ => "",
    };
}
