using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>
/// The projects whose assemblies browsers run as well, as WebAssembly: those of Blazor's clients and what these refer to. A page loads what the last build has made of them.
/// </summary>
internal static class BrowserProjects
{
    /// <summary>What the SDK tells analyzers of the platforms that a project is for.</summary>
    const string Platforms = "build_property._SupportedPlatformList";

    /// <summary>Those among some projects of a solution.</summary>
    public static IEnumerable<Project> Among(Solution solution, IEnumerable<ProjectId> projects)
    {
        var graph = solution.GetProjectDependencyGraph();
        return projects
            .Where(id => graph.GetProjectsThatTransitivelyDependOnThisProject(id).Append(id).Any(user => IsClient(solution.GetProject(user)!)))
            .Select(id => solution.GetProject(id)!);
    }

    /// <summary>Whether a project makes a program for browsers. Class libraries name the browser among others; it names nothing else.</summary>
    public static bool IsClient(Project project) =>
        project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Platforms, out var platforms)
        && platforms.Trim().Equals("browser", StringComparison.OrdinalIgnoreCase);
}
