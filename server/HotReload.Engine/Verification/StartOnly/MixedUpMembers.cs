using HotReload.Core.Reload;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification.StartOnly;

/// <summary>
/// Finds a member that is edited together with others that go by the same word in its file: overloads that come, go or change places, types of two
/// namespaces, implementations of two interfaces. The SDK's analysis takes one for the other, and its delta misses the edit or deletes what is
/// still called.
/// </summary>
internal static class MixedUpMembers
{
    /// <summary>The code of the reason that it is for a restart: a fault of the SDK's.</summary>
    public const string Code = "HR1005";

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
                var words = edited.SelectMany(WordsAround).ToHashSet(StringComparer.Ordinal);
                var (were, are) = (Sequences(old, words), Sequences(await file.Key.GetRootAsync(cancellationToken), words));
                var mixed = edited.Find(member => WordsAround(member).Any(word =>
                    !were[word].SequenceEqual(are[word]) && (were[word].Skip(1).Any() || are[word].Skip(1).Any())));
                if (mixed is not null)
                {
                    return mixed.ToWarning(
                        Code, $"{mixed.Name} is edited while others by that name come, go or change places, which the SDK's analysis mixes up. Edits of one at a time are applied.",
                        document!.Project);
                }
            }
        }

        return null;
    }

    static bool HasBody(DeclaredMember member) => member.Node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax;

    /// <summary>The members of a file that go by some plain words, each in full and with where it is, in their order.</summary>
    static ILookup<string, string> Sequences(SyntaxNode root, HashSet<string> words) =>
        MemberListing.Of(root).All.Where(member => words.Contains(WordOf(member))).ToLookup(WordOf, member => $"{SpaceOf(member.Node)} {member.Name} {DetailsOf(member.Node)}");

    /// <summary>Of a member and of the types that it is in: of a type's parts one can be taken for the other, too.</summary>
    static IEnumerable<string> WordsAround(DeclaredMember member) =>
        member.Node.Ancestors().OfType<TypeDeclarationSyntax>().Select(type => type.Identifier.ValueText).Prepend(WordOf(member));

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
