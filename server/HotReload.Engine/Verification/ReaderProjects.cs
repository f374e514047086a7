using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>The projects whose code may use what an edit declares: the edited one, and those that see it.</summary>
internal sealed record ReaderProjects(IReadOnlyList<Project> Projects)
{
    /// <summary>Those of an edit.</summary>
    /// <param name="id">The edited project.</param>
    /// <param name="edits">What was edited there.</param>
    /// <param name="solution">As it is with the edit, or was before.</param>
    public static ReaderProjects Of(ProjectId id, TextEdits edits, Solution solution)
    {
        var ids = edits.ReachOtherProjects ? solution.GetProjectDependencyGraph().GetProjectsThatTransitivelyDependOnThisProject(id).Prepend(id) : [id];
        return new([.. ids.Select(solution.GetProject).OfType<Project>()]);
    }
}
