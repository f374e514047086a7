using HotReload.Core.Reload;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification.StartOnly;

/// <summary>
/// Finds edits of which the SDK's analysis would make a delta, and a running program would take it without doing what a build of the text does,
/// or fail by it. One rule each (<see cref="DeclarationRules"/>, <see cref="TypeRules"/>), each with what the user is told.
/// </summary>
internal static class StartOnlyEdits
{
    /// <summary>The reason for a restart although there is a delta; null for nearly all edits.</summary>
    /// <param name="written">What was edited.</param>
    /// <param name="before">What the program runs.</param>
    /// <param name="after">What it is to run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Task<ReloadDiagnostic?> FindAsync(WrittenEdits written, Solution before, Solution after, CancellationToken cancellationToken) =>
        FindAsync(written, before, after, static edit => DeclarationRules.Find(edit) ?? TypeRules.Find(edit), cancellationToken);

    /// <summary>The reason not even to ask for a delta; null for nearly all edits.</summary>
    public static Task<ReloadDiagnostic?> FindAheadAsync(WrittenEdits written, Solution before, Solution after, CancellationToken cancellationToken) =>
        FindAsync(written, before, after, TypeRules.Reloadable, cancellationToken);

    static async Task<ReloadDiagnostic?> FindAsync(
        WrittenEdits written, Solution before, Solution after, Func<EditedDeclaration, string?> rules, CancellationToken cancellationToken)
    {
        foreach (var (id, edits) in written.Projects.Where(project => !project.Value.IsEmpty))
        {
            // In a type that is new, too: it is not what loads the module.
            if (edits.Came.FirstOrDefault(member => EditedDeclaration.Count(member.Node, "ModuleInitializer") > 0) is { } initializer)
            {
                return initializer.ToWarning(
                    UnseenEdits.Code, UnseenEdits.Describe(initializer, "a module initializer runs when the program starts, and not again"), after.GetProject(id));
            }

            if (before.GetProject(id) is { Language: LanguageNames.CSharp } formerly && after.GetProject(id) is { } project
                && await formerly.GetCompilationAsync(cancellationToken) is { } old && await project.GetCompilationAsync(cancellationToken) is { } now
                && Find(edits, old, now, rules) is var (member, reason))
            {
                return member.ToWarning(UnseenEdits.Code, UnseenEdits.Describe(member, reason), project);
            }
        }

        return null;
    }

    static (DeclaredMember Member, string Reason)? Find(TextEdits edits, Compilation before, Compilation after, Func<EditedDeclaration, string?> rules)
    {
        foreach (var edit in Pair(edits, before, after))
        {
            if (rules(edit) is { } reason)
            {
                return (edit.Member, reason);
            }
        }

        return null;
    }

    static IEnumerable<EditedDeclaration> Pair(TextEdits edits, Compilation before, Compilation after)
    {
        var pairs = edits.Came.Select(member => (Member: member, Before: edits.FormerOf(member)?.Node, Now: (MemberDeclarationSyntax?)member.Node))
            .Concat(edits.Went.Where(member => edits.LatterOf(member) is null).Select(member => (member, Before: (MemberDeclarationSyntax?)member.Node, Now: (MemberDeclarationSyntax?)null)));
        foreach (var (member, old, now) in pairs)
        {
            var (own, other) = now is null ? (before, after) : (after, before);
            if (TypeOf(member.Node, own) is { } type && SymbolIds.Find(SymbolIds.Of(type), other) is INamedTypeSymbol counterpart)
            {
                yield return now is null ? new(member, old, now, type, counterpart) : new(member, old, now, counterpart, type);
            }
        }
    }

    static INamedTypeSymbol? TypeOf(MemberDeclarationSyntax node, Compilation compilation) =>
        node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { } type && compilation.ContainsSyntaxTree(type.SyntaxTree)
            ? compilation.GetSemanticModel(type.SyntaxTree).GetDeclaredSymbol(type)
            : null;
}
