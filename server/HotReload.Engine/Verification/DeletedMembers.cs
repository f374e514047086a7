using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>
/// The members that deltas took from the program. The runtime keeps the attributes of one that comes back with fewer, the compiler's own
/// counted: whoever looks by reflection would find old ones, or the same one twice.
/// </summary>
internal sealed class DeletedMembers
{
    readonly HashSet<(ProjectId Project, string Kind, string Name)> _members = [];

    /// <summary>The program has an edit.</summary>
    public void Take(WrittenEdits written)
    {
        foreach (var (project, edits) in written.Projects)
        {
            var stay = edits.Came.Select(member => (project, member.Kind, member.Name)).ToHashSet();
            _members.UnionWith(edits.Went.Select(member => (project, member.Kind, member.Name)).Where(member => !stay.Contains(member)));
        }
    }

    /// <summary>Why the program must be started anew for an edit that leaves it attributes; null where none of these members comes back.</summary>
    public ReloadDiagnostic? FindReturn(WrittenEdits written, Solution after)
    {
        var back =
            from each in written.Projects
            from member in each.Value.Came
            where _members.Contains((each.Key, member.Kind, member.Name))
            select member.ToWarning(
                LostAttributes.Code, $"{member.Name} comes back with fewer attributes than it had; in a delta, it would keep the others.",
                after.GetProject(each.Key));
        return back.FirstOrDefault();
    }
}
