using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Reporting;

/// <summary>
/// Names the members that generators made anew of a file which only they read: what the user edited there is no member itself. They are
/// said to stand where that file has changed; the generated text is a file of nobody's.
/// </summary>
internal static class GeneratedMembers
{
    /// <summary>What the SDK's own generator calls the code of views, which are named as such.</summary>
    static readonly string[] s_ofViews = ["_razor.g.cs", "_cshtml.g.cs"];

    public static async Task<ImmutableArray<ChangedMember>> FindAsync(
        Solution before, Solution after, SolutionChange change, CancellationToken cancellationToken)
    {
        var members = ImmutableArray.CreateBuilder<ChangedMember>();
        foreach (var source in SourcesIn(before, after, change).DistinctBy(source => source.Project))
        {
            foreach (var generated in await GeneratedChange.FindAsync(before.GetProject(source.Project), after.GetProject(source.Project), cancellationToken))
            {
                if (!IsOfView((generated.After ?? generated.Before)!))
                {
                    members.AddRange(await CompareAsync(generated, source, cancellationToken));
                }
            }
        }

        return members.ToImmutable();
    }

    /// <summary>A file that is neither code nor a view. Where several changed in a project, nobody knows which of them was which code's.</summary>
    sealed record Source(ProjectId Project, string File, TextDocument? Before, TextDocument? After);

    static IEnumerable<Source> SourcesIn(Solution before, Solution after, SolutionChange change) =>
        from id in change.Documents
        let old = before.GetAdditionalDocument(id)
        let now = after.GetAdditionalDocument(id)
        where (now ?? old) is { FilePath: { } path } && !MemberKinds.IsView(path)
        select new Source(id.ProjectId, (now ?? old)!.FilePath!, old, now);

    static async Task<IEnumerable<ChangedMember>> CompareAsync(GeneratedChange generated, Source source, CancellationToken cancellationToken)
    {
        var old = generated.Before is { } before ? await before.GetSyntaxRootAsync(cancellationToken) : null;
        var now = generated.After is { } after ? await after.GetSyntaxRootAsync(cancellationToken) : null;
        var range = Places.OfChange(source.Before, source.After);
        return MemberDiff.Compare(old, now, source.File).Select(member => member with { Range = range });
    }

    static bool IsOfView(Document generated) => s_ofViews.Any(end => generated.Name.EndsWith(end, StringComparison.Ordinal));
}
