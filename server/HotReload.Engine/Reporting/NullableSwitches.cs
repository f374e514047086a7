using HotReload.Core.Reload;
using HotReload.Engine.Declarations.Restatements;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Reporting;

/// <summary>
/// Finds declarations whose references may be null, or may not any more, by a <c>#nullable</c> alone. The compiler writes that beside each, where
/// reflection finds it (and MVC what must be given); the service looks at no directive, and sees no change.
/// </summary>
internal static class NullableSwitches
{
    /// <summary>A note for each file with such declarations.</summary>
    public static async Task<IReadOnlyList<ReloadDiagnostic>> FindAsync(
        Solution before, Solution after, SolutionChange changes, CancellationToken cancellationToken)
    {
        var notes = new List<ReloadDiagnostic>();
        foreach (var (old, now) in changes.Edited(before, after))
        {
            if (await old.GetSyntaxRootAsync(cancellationToken) is not CompilationUnitSyntax former
                || await now.GetSyntaxRootAsync(cancellationToken) is not CompilationUnitSyntax root
                || Switches(former).Select(Text).SequenceEqual(Switches(root).Select(Text), StringComparer.Ordinal))
            {
                continue;
            }

            var was = await ContextsAsync(old, former, cancellationToken);
            var contexts = await ContextsAsync(now, root, cancellationToken);
            if (!was.SequenceEqual(contexts))
            {
                notes.Add(Describe(now, Switches(root).FirstOrDefault()));
            }
        }

        return notes;
    }

    static IEnumerable<DirectiveTriviaSyntax> Switches(CompilationUnitSyntax root)
    {
        for (var next = root.GetFirstDirective(IsSwitch); next is not null; next = next.GetNextDirective(IsSwitch))
        {
            yield return next;
        }
    }

    static bool IsSwitch(DirectiveTriviaSyntax directive) => directive.IsKind(SyntaxKind.NullableDirectiveTrivia) && directive.IsActive;

    static string Text(DirectiveTriviaSyntax directive) => directive.ToString();

    /// <summary>Whether the annotations of each declaration count, in the order of the text.</summary>
    static async Task<List<bool>> ContextsAsync(Document document, CompilationUnitSyntax root, CancellationToken cancellationToken)
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken))!;
        return
        [
            .. root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
                .Where(node => node is MemberDeclarationSyntax and not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax))
                .Select(node => model.GetNullableContext(node.SpanStart).HasFlag(NullableContext.AnnotationsEnabled)),
        ];
    }

    static ReloadDiagnostic Describe(Document document, DirectiveTriviaSyntax? place) => new(
        Restatement.Code, DiagnosticSeverity.Information,
        "#nullable declares otherwise what may be null; reflection shows it as it was until the program is started again.",
        document.FilePath!, place is null ? default : Places.ToRange(place), document.Project.Name);
}
