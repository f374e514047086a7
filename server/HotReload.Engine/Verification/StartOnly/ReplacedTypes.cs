using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification.StartOnly;

/// <summary>
/// Finds edits of types that a delta puts another type in the place of, as their attribute asks: those who look for it by reflection find the new
/// one, code that names it goes on with the old one.
/// </summary>
internal static class ReplacedTypes
{
    /// <summary>The reason for a restart; null for nearly all edits.</summary>
    public static async Task<ReloadDiagnostic?> FindAsync(WrittenEdits written, Solution after, CancellationToken cancellationToken)
    {
        foreach (var (id, edits) in written.Projects)
        {
            var types = edits.Came.Concat(edits.Went).Select(member => member.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>()).OfType<TypeDeclarationSyntax>();
            if (after.GetProject(id) is not { } project || await project.GetCompilationAsync(cancellationToken) is not { } compilation)
            {
                continue;
            }

            foreach (var type in types.Where(type => compilation.ContainsSyntaxTree(type.SyntaxTree)).Distinct())
            {
                var symbol = compilation.GetSemanticModel(type.SyntaxTree).GetDeclaredSymbol(type, cancellationToken);
                var replaced = DeclaredTypes.Outwards(symbol).LastOrDefault(DeclaredTypes.IsReplaced);
                if (replaced is not null && await IsNamedAsync(replaced, ReaderProjects.Of(id, edits, after), cancellationToken))
                {
                    var member = edits.Came.Concat(edits.Went).First(member => member.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() == type);
                    return member.ToWarning(
                        UnseenEdits.Code, UnseenEdits.Describe(member, $"code that names {replaced.Name} would go on with the type that this edit replaces"), project);
                }
            }
        }

        return null;
    }

    /// <summary>Whether anybody but itself names it.</summary>
    static async Task<bool> IsNamedAsync(INamedTypeSymbol type, ReaderProjects readers, CancellationToken cancellationToken)
    {
        var itself = type.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellationToken)).ToHashSet();
        var names = ImmutableHashSet.Create(type.Name);
        foreach (var project in readers.Projects)
        {
            foreach (var document in project.Documents.Concat(await project.GetSourceGeneratedDocumentsAsync(cancellationToken)))
            {
                if ((await NameMentions.FindAsync(document, names, orConstructs: false, itself, cancellationToken)).Count > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
