using System.Collections.Immutable;
using HotReload.Core.Buffers;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Evaluations;

/// <summary>
/// Evaluates those projects again of which something has changed, and those that refer to one whose outputs are others now. What else a
/// project takes over from its references, the restore writes into a file of its own.
/// </summary>
/// <param name="projectPath">Full path of the project that is run.</param>
/// <param name="kept">What was evaluated before.</param>
/// <param name="evaluate">Evaluates a project and all that it refers to, save for the projects that are given.</param>
internal sealed class PartialEvaluation(
    string projectPath, KeptEvaluations kept, Func<string, IReadOnlyCollection<ProjectInfo>, Task<ImmutableArray<ProjectInfo>>> evaluate)
{
    readonly HashSet<string> _evaluated = new(PathIdentity.Comparer);
    ImmutableHashSet<string> _outdated = kept.Outdated;
    ImmutableArray<ProjectInfo> _fresh = [];

    /// <summary>Runs it, once.</summary>
    /// <returns>What an evaluation of all would give; null where that is not certain.</returns>
    public async Task<EvaluatedProjects?> RunAsync()
    {
        // Projects that are only built before others: which ones refer to them is not known.
        if (ProjectSurface.ReachedFrom(ProjectsOf(projectPath, kept.Projects), kept.Projects).Count != kept.Projects.Length)
        {
            return null;
        }

        while (_outdated.Except(_evaluated) is { IsEmpty: false } open)
        {
            // From the program's own project, several are evaluated by one process.
            await EvaluateAsync(open is { Count: 1 } ? open.Single() : projectPath);
            _evaluated.UnionWith(open);
        }

        return Connect();
    }

    async Task EvaluateAsync(string path)
    {
        _outdated = _outdated.Add(path);
        var known = kept.Projects.Where(project => !_outdated.Contains(project.FilePath!)).Concat(_fresh.Where(project => !ProjectSurface.IsOf(project, path)));
        var found = await evaluate(path, [.. known]);
        var files = found.Select(project => project.FilePath!).Append(path).ToImmutableHashSet(PathIdentity.Comparer);
        _fresh = [.. _fresh.Where(project => !files.Contains(project.FilePath!)), .. found];
        _evaluated.UnionWith(files);
        _outdated = _outdated.Union(files).Union(files
            .Where(file => ProjectSurface.Of(file, found) != ProjectSurface.Of(file, kept.Projects))
            .SelectMany(file => ProjectSurface.DependentsOf(file, kept.Projects)));
    }

    /// <summary>What was kept refers to the projects in the place of those that were evaluated again.</summary>
    EvaluatedProjects? Connect()
    {
        var current = kept.Projects.RemoveAll(project => _outdated.Contains(project.FilePath!));
        var places = new Dictionary<ProjectId, ProjectId>();
        foreach (var former in kept.Projects.Except(current))
        {
            if (_fresh.FirstOrDefault(project => ProjectSurface.IsOf(project, former.FilePath!) && project.Name == former.Name) is { } successor)
            {
                places[former.Id] = successor.Id;
            }
        }

        ImmutableArray<ProjectInfo> all = [.. current.Select(project => Redirect(project, places)), .. _fresh];
        var ids = all.Select(project => project.Id).ToHashSet();
        var roots = ProjectsOf(projectPath, all).ToList();
        return roots.Count == 0 || all.Any(project => project.ProjectReferences.Any(reference => !ids.Contains(reference.ProjectId)))
            ? null
            : Reachable(all, roots, [.. current.Select(project => project.Id)]);
    }

    EvaluatedProjects Reachable(ImmutableArray<ProjectInfo> all, List<ProjectInfo> roots, ImmutableHashSet<ProjectId> current)
    {
        var reached = ProjectSurface.ReachedFrom(roots.Concat(_fresh), all);
        return new(all.RemoveAll(project => !reached.Contains(project.Id)), current);
    }

    static ProjectInfo Redirect(ProjectInfo project, Dictionary<ProjectId, ProjectId> places) => project.WithProjectReferences(
        project.ProjectReferences.Select(reference =>
            new ProjectReference(places.GetValueOrDefault(reference.ProjectId) ?? reference.ProjectId, reference.Aliases, reference.EmbedInteropTypes)));

    static IEnumerable<ProjectInfo> ProjectsOf(string path, ImmutableArray<ProjectInfo> projects) =>
        projects.Where(project => ProjectSurface.IsOf(project, path));
}
