using System.Collections.Immutable;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>What people edited, by project; see <see cref="TextEdits"/>.</summary>
internal sealed record WrittenEdits(ImmutableDictionary<ProjectId, TextEdits> Projects)
{
    public static WrittenEdits None { get; } = new(ImmutableDictionary<ProjectId, TextEdits>.Empty);

    /// <summary>
    /// Whether they may take away what other code calls that is not compiled with them: a program that has their delta alone fails at such a call,
    /// so nobody gets it before it is compared with a build.
    /// </summary>
    public bool LeaveCallers { get; init; }

    /// <summary>Compares two solutions.</summary>
    /// <param name="before">What the program runs.</param>
    /// <param name="after">What it is to run.</param>
    /// <param name="change">Where the two differ.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<WrittenEdits> FindAsync(Solution before, Solution after, SolutionChange change, CancellationToken cancellationToken)
    {
        var projects = ImmutableDictionary.CreateBuilder<ProjectId, TextEdits>();
        foreach (var id in change.Projects)
        {
            projects.Add(id, await TextEdits.FindWrittenAsync(before.GetProject(id), after.GetProject(id), change, cancellationToken));
        }

        return new(projects.ToImmutable());
    }

    /// <summary>The projects in which something may differ that was not edited; for most edits there is none.</summary>
    /// <param name="before">What the program runs.</param>
    /// <param name="after">The text that was edited.</param>
    /// <param name="isDelta">Whether there is a delta; without one, nothing at all may differ.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Suspects> FindSuspectsAsync(Solution before, Solution after, bool isDelta, CancellationToken cancellationToken)
    {
        var suspects = new HashSet<ProjectId>();
        foreach (var (id, edits) in Projects)
        {
            if (isDelta ? !edits.ReachFurther : edits.IsEmpty)
            {
                continue;
            }

            var readers = ReaderProjects.Of(id, edits, after);
            if (!isDelta || !await ConfinedEdits.AreAllAsync(edits, before.GetProject(id), after.GetProject(id), readers, cancellationToken))
            {
                suspects.UnionWith(readers.Projects.Select(project => project.Id));
            }
        }

        return new(suspects);
    }
}
