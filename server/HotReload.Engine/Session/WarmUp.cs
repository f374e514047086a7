using HotReload.Engine.EditAndContinue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Session;

/// <summary>The throw-away edit that makes the first real one fast.</summary>
internal static class WarmUp
{
    public static async Task RunAsync(IEncService service, Solution solution, ProjectId project, CancellationToken cancellationToken)
    {
        if (await FindEditAsync(solution.GetProject(project)!, cancellationToken) is not var (document, place))
        {
            return;
        }

        var text = await document.GetTextAsync(cancellationToken);
        var edited = solution.WithDocumentText(document.Id, text.WithChanges(new TextChange(new TextSpan(place, 0), ";")));
        var updates = await service.GetUpdatesAsync(edited, [project], cancellationToken);
        if (updates.Status == EncStatus.Ready)
        {
            service.Discard();
        }
    }

    /// <summary>The start of some method's body: an empty statement there changes nothing and takes the whole way.</summary>
    static async Task<(Document Document, int Place)?> FindEditAsync(Project project, CancellationToken cancellationToken)
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
