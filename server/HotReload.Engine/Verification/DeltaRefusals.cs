using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>Why the program is started anew, although the SDK's analysis would make a delta of the edit. Not thread-safe.</summary>
internal sealed class DeltaRefusals
{
    readonly DeletedMembers _deleted = new();

    /// <summary>What can be said of an edit before there is a delta; null where nothing speaks against one.</summary>
    public static Task<ReloadDiagnostic?> FindAheadAsync(WrittenEdits edits, Solution before, Solution after, CancellationToken cancellationToken) =>
        AddedConstructors.FindAsync(edits, before, after, cancellationToken);

    /// <summary>What is wrong with a delta; null for most. Not to be cancelled: the service holds a pending change.</summary>
    public async Task<ReloadDiagnostic?> FindAsync(
        WrittenEdits edits, Solution before, Solution after, SolutionChange changes, EncUpdates updates, AttributeRows attributes) =>
        OptimizedCode.Find(updates, after)
        ?? (attributes.AreLeft(updates.Deltas, after) ? _deleted.FindReturn(edits, after) : null)
        ?? (AttributeRows.AreEmptied(updates.Deltas) ? await LostAttributes.FindAsync(before, after, changes, CancellationToken.None) : null);

    /// <summary>The program has an edit.</summary>
    public void Take(WrittenEdits edits) => _deleted.Take(edits);
}
