using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>
/// Projects that have part in the build and are no reference of the program: the user's own generators and analyzers, which run in
/// the compiler, and what is only built before. No delta reaches them; what they make of a change only a build knows.
/// </summary>
internal static class BuildOnlyProjects
{
    /// <summary>Those among some projects.</summary>
    public static IEnumerable<Project> Among(Solution solution, IEnumerable<ProjectId> projects, ProjectId startup) =>
        projects.Except(ProgramProjects.Of(solution, startup)).Select(id => solution.GetProject(id)!).Where(project => project.FilePath is not null);
}
