using HotReload.Core.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HotReload.Engine.Loading;

/// <summary>
/// The generators and analyzers that the user's own projects make. Roslyn loads an assembly once and keeps it; these are built again
/// while the server runs, and a delta must be made with what the program was built with.
/// </summary>
internal static class OwnGenerators
{
    /// <summary>The solution with its own generators as they are on disk when they are first needed.</summary>
    public static Solution Renew(Solution solution)
    {
        var outputs = solution.Projects.Select(project => project.OutputFilePath).OfType<string>().ToHashSet(PathIdentity.Comparer);
        foreach (var project in solution.Projects)
        {
            var loader = new FreshAssemblyLoader();
            foreach (var reference in project.AnalyzerReferences.OfType<AnalyzerFileReference>().Where(reference => outputs.Contains(reference.FullPath)))
            {
                solution = solution
                    .RemoveAnalyzerReference(project.Id, reference)
                    .AddAnalyzerReference(project.Id, new AnalyzerFileReference(reference.FullPath, loader));
            }
        }

        return solution;
    }
}
