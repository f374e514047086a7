using HotReload.Core.Buffers;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>
/// A project with several target frameworks is loaded once for each. Of those a program has one: the others are not built with it, and a session that
/// waited for them would build it anew at each start.
/// </summary>
internal static class OtherFrameworks
{
    /// <summary>The solution with those only that the program has.</summary>
    public static Solution Without(Solution solution, ProjectId startup)
    {
        var program = ProgramProjects.Of(solution, startup);
        var files = program.Select(id => solution.GetProject(id)!.FilePath).OfType<string>().ToHashSet(PathIdentity.Comparer);
        var others = solution.Projects.Where(project => project.FilePath is { } path && files.Contains(path) && !program.Contains(project.Id));
        return others.Select(project => project.Id).ToList().Aggregate(solution, (rest, id) => rest.RemoveProject(id));
    }
}
