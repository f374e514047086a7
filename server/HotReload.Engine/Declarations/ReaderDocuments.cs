using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Declarations;

/// <summary>The files whose code may say what some projects declare.</summary>
internal static class ReaderDocuments
{
    /// <summary>Finds them: those of the projects and of all that depend on them, the generated ones as well.</summary>
    public static async Task<IReadOnlyList<Document>> OfAsync(Solution solution, IEnumerable<ProjectId> projects, CancellationToken cancellationToken)
    {
        var graph = solution.GetProjectDependencyGraph();
        var documents = new List<Document>();
        foreach (var id in projects.SelectMany(id => graph.GetProjectsThatTransitivelyDependOnThisProject(id).Prepend(id)).Distinct())
        {
            if (solution.GetProject(id) is { } project)
            {
                documents.AddRange(project.Documents);
                documents.AddRange(await project.GetSourceGeneratedDocumentsAsync(cancellationToken));
            }
        }

        return documents;
    }
}
