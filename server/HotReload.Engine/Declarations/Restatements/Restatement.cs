using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Declarations.Types;
using HotReload.Engine.Loading;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Declarations.Restatements;

/// <summary>
/// What the program runs, with some declarations written as they are to be. The SDK's analysis refuses to have them otherwise, by rules that it
/// has for all runtimes and debuggers; to this program they are all the same, or it has them as soon as the member is compiled anew. So the
/// analysis is told that they have been so all along.
/// </summary>
/// <param name="Before">That text.</param>
/// <param name="Members">What must be compiled anew, in the text that the program is to run.</param>
/// <param name="Notes">What reflection goes on showing.</param>
internal sealed record Restatement(Solution Before, IReadOnlyList<StaleMember> Members, ImmutableArray<ReloadDiagnostic> Notes)
{
    /// <summary>Whether the text as it was has not all that the program has: an edit that is held against it would bring something twice.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Whether types are gone, which code elsewhere may still say.</summary>
    public bool TakesTypes { get; init; }

    /// <summary>The code of what is said of reflection.</summary>
    public const string Code = "HR1018";

    /// <summary>Finds it; null where there is nothing to be put otherwise.</summary>
    /// <param name="before">What the program runs.</param>
    /// <param name="after">What it is to run.</param>
    /// <param name="changes">Where the two differ.</param>
    /// <param name="types">Knows of the types that the program has and its text has not.</param>
    /// <param name="files">Knows of the files that were gone.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Restatement?> FindAsync(
        Solution before, Solution after, SolutionChange changes, FormerTypes types, ReturnedFiles files, CancellationToken cancellationToken)
    {
        var found = files.Restate(before, after, changes);

        // The runtime in browsers keeps what it has found of a method when it loaded it.
        if (BrowserProjects.Among(after, changes.Projects.Where(after.ContainsProject)).Any())
        {
            return found.IsNeeded ? found : null;
        }

        foreach (var (old, now) in changes.Edited(before, after))
        {
            found = await found.WithAsync(old, now, cancellationToken);
        }

        found = await types.AddAsync(found, before, after, changes, cancellationToken);
        return found.Before == before ? null : found;
    }

    async Task<Restatement> WithAsync(Document old, Document now, CancellationToken cancellationToken)
    {
        var former = MemberListing.Of(await old.GetSyntaxRootAsync(cancellationToken));
        var restated =
            from member in MemberListing.Of(await now.GetSyntaxRootAsync(cancellationToken)).All
            where former.ByName[MemberListing.KeyOf(member)].Take(2).Count() == 1
            let declaration = RestatedDeclaration.Of(former.ByName[MemberListing.KeyOf(member)].First().Node, member.Node)
            where declaration is not null
            select (Member: member, Declaration: declaration);

        // A declaration of several fields is listed by each of them.
        var all = restated.DistinctBy(each => each.Member.Node).ToList();
        if (all.Count == 0 || await now.GetSemanticModelAsync(cancellationToken) is not { } model)
        {
            return this;
        }

        var changes = all.SelectMany(each => each.Declaration.Changes).OrderBy(change => change.Span.Start);
        var compiled = all.SelectMany(each => each.Declaration.Compiled)
            .Select(node => SymbolOf(node, model, cancellationToken)).OfType<IMethodSymbol>()
            .Select(method => new StaleMember(method, now.Project, IsBody: true));
        return this with
        {
            Before = Before.WithDocumentText(old.Id, (await old.GetTextAsync(cancellationToken)).WithChanges(changes)),
            Members = [.. Members, .. compiled],
            Notes = [.. Notes, .. all.Where(each => each.Declaration.IsNoted).Select(each => Describe(each.Member, now.Project))],
        };
    }

    static ISymbol? SymbolOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDeclaredSymbol(node, cancellationToken) ?? (node.Parent is { } property ? (model.GetDeclaredSymbol(property, cancellationToken) as IPropertySymbol)?.GetMethod : null);

    static ReloadDiagnostic Describe(DeclaredMember member, Project project) => new(
        Code, DiagnosticSeverity.Information,
        $"{member.Name} is declared otherwise; reflection shows its former declaration until the program is started again.",
        member.Node.SyntaxTree.FilePath, Places.ToRange(member.Node), project.Name);
}
