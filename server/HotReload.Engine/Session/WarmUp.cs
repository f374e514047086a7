using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Session;

/// <summary>Makes the throw-away edit that binds the user's own projects and runs their generators once.</summary>
internal static class WarmUp
{
    /// <summary>How many edits are tried: the JIT optimizes a method after 30 calls.</summary>
    public const int Passes = 8;

    /// <summary>
    /// How many where a session has warmed the engine before: only the new baseline is to be read, and the program that starts
    /// meanwhile has more use for the processor.
    /// </summary>
    public const int PassesAgain = 1;

    /// <summary>After this time no further edit is begun: in a large solution one takes long and warms enough.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    /// <summary>A solution that differs from this one in a method and, where there is one, in a view.</summary>
    public static async Task<Solution> EditAsync(Solution solution, ProjectId id, CancellationToken cancellationToken)
    {
        var project = solution.GetProject(id)!;
        if (await FindPlaceAsync(project, cancellationToken) is var (document, place))
        {
            // An empty statement changes nothing and takes the whole way.
            var text = await document.GetTextAsync(cancellationToken);
            solution = solution.WithDocumentText(document.Id, text.WithChanges(new TextChange(new TextSpan(place, 0), ";")));
        }

        if (project.AdditionalDocuments.FirstOrDefault(IsView) is { } view)
        {
            var text = await view.GetTextAsync(cancellationToken);
            solution = solution.WithAdditionalDocumentText(
                view.Id, text.WithChanges(new TextChange(new TextSpan(text.Length, 0), "\n<p></p>\n")));
        }

        return solution;
    }

    static bool IsView(TextDocument document) =>
        Path.GetExtension(document.FilePath) is ".razor" or ".cshtml"
        && !Path.GetFileName(document.FilePath)!.StartsWith('_');

    /// <summary>The start of the body of some method.</summary>
    static async Task<(Document Document, int Place)?> FindPlaceAsync(Project project, CancellationToken cancellationToken)
    {
        foreach (var document in project.Documents.OrderBy(document => document.FilePath?.Length))
        {
            if (await document.GetSyntaxRootAsync(cancellationToken) is not { } root)
            {
                continue;
            }

            var body = root.DescendantNodes(node => node is not BlockSyntax)
                .OfType<MethodDeclarationSyntax>()
                .Select(method => method.Body)
                .FirstOrDefault(body => body is not null);
            if (body is not null)
            {
                return (document, body.OpenBraceToken.Span.End);
            }

            if (root is CompilationUnitSyntax { Members: [GlobalStatementSyntax first, ..] })
            {
                return (document, first.SpanStart);
            }
        }

        return null;
    }
}
