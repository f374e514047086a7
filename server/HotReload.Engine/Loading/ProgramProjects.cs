using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>The projects of which a program has the assemblies: the one that is run and what it refers to, at first and at second hand.</summary>
internal static class ProgramProjects
{
    public static HashSet<ProjectId> Of(Solution solution, ProjectId startup) =>
        [.. solution.GetProjectDependencyGraph().GetProjectsThatThisProjectTransitivelyDependsOn(startup), startup];
}
