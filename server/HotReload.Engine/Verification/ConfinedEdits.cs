using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>
/// Tells edits that no code can notice but the edited: what comes or goes is found by its name alone, and nobody else says that name. Most
/// new methods are like that, and no build is made to hold their delta against.
/// </summary>
internal static class ConfinedEdits
{
    /// <summary>Whether the edits of a project are such ones.</summary>
    /// <param name="edits">What was edited there.</param>
    /// <param name="before">The project before.</param>
    /// <param name="after">The project with the edits.</param>
    /// <param name="readers">Where it may be noticed, with the edits.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<bool> AreAllAsync(
        TextEdits edits, Project? before, Project? after, ReaderProjects readers, CancellationToken cancellationToken)
    {
        var (came, went) = (new PlainMembers([.. edits.DeclaredAnew]), new PlainMembers([.. edits.DeclaredNoMore]));
        if (edits.AreOfFile || before is null || after is null || !came.AreAll || !went.AreAll || came.SharesType(went))
        {
            return false;
        }

        var names = came.Names.Union(went.Names);
        return !names.Overlaps(PatternNames.All)
            && (await GeneratedChange.FindAsync(before, after, cancellationToken)).IsEmpty
            && !await NameMentions.AreInAsync(readers, names, edits, cancellationToken)
            && await MemberPlaces.AreOrdinaryAsync(came, after, before, readers, cancellationToken)
            && await MemberPlaces.AreOrdinaryAsync(went, before, after, ReaderProjects.Of(before.Id, edits, before.Solution), cancellationToken);
    }
}
