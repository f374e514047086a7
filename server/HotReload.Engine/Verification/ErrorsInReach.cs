using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// The errors that an edit can have made: in the files that it is in, and in those that say a name of what it declares otherwise. A large project
/// takes seconds to be asked as a whole, and the restart that follows compiles it as a whole anyway.
/// </summary>
internal static class ErrorsInReach
{
    /// <summary>Finds them; empty where there are none, or where only the restart can tell.</summary>
    /// <param name="solution">With the edit.</param>
    /// <param name="changes">Where it differs from what the program runs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ImmutableArray<ReloadDiagnostic>> FindAsync(Solution solution, SolutionChange changes, CancellationToken cancellationToken)
    {
        var errors = ImmutableArray.CreateBuilder<ReloadDiagnostic>();
        foreach (var id in changes.Projects)
        {
            var edits = await TextEdits.FindAllAsync(changes.Before.GetProject(id), solution.GetProject(id), changes, cancellationToken);
            var declared = edits.DeclaredAnew.Concat(edits.DeclaredNoMore).Select(member => member.Node).ToList();
            if (edits.AreOfFile || !declared.TrueForAll(IsFoundByName))
            {
                errors.AddRange(await CompileErrors.FindAsync(solution, ReaderProjects.Of(id, edits, solution).Projects.Select(project => project.Id), cancellationToken));
                continue;
            }

            var names = declared.SelectMany(NamesOf).ToImmutableHashSet();
            var files = changes.Documents.Select(solution.GetDocument).Select(document => document?.FilePath)
                .Concat(edits.Came.Select(member => member.Node.SyntaxTree.FilePath)).ToHashSet();
            foreach (var project in ReaderProjects.Of(id, edits, solution).Projects)
            {
                errors.AddRange(await FindAsync(project, files, names, cancellationToken));
            }
        }

        return errors.ToImmutable();
    }

    static async Task<IEnumerable<ReloadDiagnostic>> FindAsync(
        Project project, HashSet<string?> files, ImmutableHashSet<string> names, CancellationToken cancellationToken)
    {
        List<ReloadDiagnostic> errors = [];
        foreach (var document in project.Documents.Concat(await project.GetSourceGeneratedDocumentsAsync(cancellationToken)))
        {
            if ((files.Contains(document.FilePath) || await NameMentions.MayBeInAsync(document, names, cancellationToken))
                && await document.GetSemanticModelAsync(cancellationToken) is { } model)
            {
                errors.AddRange(CompileErrors.Among(model.GetDiagnostics(cancellationToken: cancellationToken), project));
            }
        }

        return errors;
    }

    /// <summary>Whether code that does not say its name, or that of its type, has nothing to do with it.</summary>
    static bool IsFoundByName(MemberDeclarationSyntax node) =>
        node is not (OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax or IndexerDeclarationSyntax or GlobalStatementSyntax)
        && !NamesOf(node).Any(PatternNames.All.Contains);

    /// <summary>With the type's: what derives from it or implements it may have to declare the member, too.</summary>
    static IEnumerable<string> NamesOf(MemberDeclarationSyntax node) =>
        DeclaredNames.Of(node).Union(node.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().Take(1).SelectMany(DeclaredNames.Of));
}
