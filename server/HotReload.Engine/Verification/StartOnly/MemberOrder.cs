using HotReload.Core.Reload;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification.StartOnly;

/// <summary>
/// Finds members that change places where their order means something: what a record tells of itself, and when a type's static members get what
/// they begin with. Nothing else of them need have been edited.
/// </summary>
internal static class MemberOrder
{
    /// <summary>The reason for a restart; null for nearly all edits.</summary>
    public static async Task<ReloadDiagnostic?> FindAsync(Solution before, Solution after, SolutionChange changes, CancellationToken cancellationToken)
    {
        foreach (var (old, now) in changes.Edited(before, after))
        {
            if (await old.GetSyntaxRootAsync(cancellationToken) is { } oldRoot && await now.GetSyntaxRootAsync(cancellationToken) is { } newRoot
                && (Find(oldRoot, newRoot, IsShownByRecord, IsShownByRecord) is { } shown
                    ? (shown, "a record in a running program goes on telling its members in their former order")
                    : Find(oldRoot, newRoot, IsSetAtStart, IsComputed) is { } set
                        ? (set, "static members get what they begin with in their order, which is done when the type is first used")
                        : default((DeclaredMember, string)?)) is var (member, reason))
            {
                return member.ToWarning(UnseenEdits.Code, UnseenEdits.Describe(member, reason), now.Project);
            }
        }

        return null;
    }

    /// <summary>
    /// The first member that is not where it was among those that count and that both versions of its type have; null where nobody
    /// would notice.
    /// </summary>
    static DeclaredMember? Find(
        SyntaxNode before, SyntaxNode after, Func<MemberDeclarationSyntax, bool> counts, Func<MemberDeclarationSyntax, bool> notices)
    {
        var old = MemberListing.Of(before).All.Where(member => counts(member.Node)).ToLookup(TypeOf);
        foreach (var type in MemberListing.Of(after).All.Where(member => counts(member.Node)).GroupBy(TypeOf).Where(type => type.Any(member => notices(member.Node))))
        {
            var known = old[type.Key].Select(member => member.Name).ToList();
            var names = type.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
            var moved = type.Where(member => known.Contains(member.Name)).Zip(known.Where(names.Contains)).FirstOrDefault(pair => pair.First.Name != pair.Second);
            if (moved.First is not null)
            {
                return moved.First;
            }
        }

        return null;
    }

    static string TypeOf(DeclaredMember member) => member.Name[..Math.Max(member.Name.LastIndexOf('.'), 0)];

    static bool IsShownByRecord(MemberDeclarationSyntax member) =>
        member is FieldDeclarationSyntax or PropertyDeclarationSyntax && member.Parent is RecordDeclarationSyntax type
        && member.Modifiers.Any(SyntaxKind.PublicKeyword) && !IsStatic(member)
        && !type.Members.OfType<MethodDeclarationSyntax>().Any(method => method.Identifier.ValueText is nameof(ToString) or "PrintMembers");

    static bool IsSetAtStart(MemberDeclarationSyntax member) => IsStatic(member) && Initializers(member).Any();

    /// <summary>What is written as a value is the same whenever it is set.</summary>
    static bool IsComputed(MemberDeclarationSyntax member) => Initializers(member).Any(initializer => initializer.Value is not LiteralExpressionSyntax);

    static IEnumerable<EqualsValueClauseSyntax> Initializers(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Initializer).OfType<EqualsValueClauseSyntax>(),
        PropertyDeclarationSyntax { Initializer: { } initializer } => [initializer],
        _ => [],
    };

    static bool IsStatic(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.StaticKeyword);
}
