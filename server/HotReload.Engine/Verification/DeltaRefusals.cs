using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;
using HotReload.Engine.Overlay;
using HotReload.Engine.Verification.StartOnly;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>Why the program is started anew, although the SDK's analysis would make a delta of the edit. Not thread-safe.</summary>
/// <param name="takesMethodsInGenericTypes">Whether the runtime can be trusted with a method that a generic type gets.</param>
internal sealed class DeltaRefusals(Func<bool> takesMethodsInGenericTypes)
{
    readonly DeletedMembers _deleted = new();
    readonly ReturnRows _results = new();
    readonly GenericTypes _generics = new();

    /// <summary>What can be said of an edit before there is a delta; null where nothing speaks against one.</summary>
    public static async Task<ReloadDiagnostic?> FindAheadAsync(WrittenEdits edits, Solution before, Solution after, CancellationToken cancellationToken) =>
        await AddedConstructors.FindAsync(edits, before, after, cancellationToken)
        ?? await StartOnlyEdits.FindAheadAsync(edits, before, after, cancellationToken);

    /// <summary>What is wrong with a delta; null for most. Not to be cancelled: the service holds a pending change.</summary>
    public async Task<ReloadDiagnostic?> FindAsync(
        WrittenEdits edits, Solution before, Solution after, SolutionChange changes, EncUpdates updates, AttributeRows attributes) =>
        OptimizedCode.Find(updates, after)
        ?? await StartOnlyEdits.FindAsync(edits, before, after, CancellationToken.None)
        ?? await MixedUpMembers.FindAsync(edits, before, after, CancellationToken.None)
        ?? await MemberOrder.FindAsync(before, after, changes, CancellationToken.None)
        ?? await ReplacedTypes.FindAsync(edits, after, CancellationToken.None)
        ?? _deleted.FindOther(edits, after)
        ?? _results.Find(updates, after)
        ?? (_generics.GetMethods(updates, after) && !takesMethodsInGenericTypes() ? GenericTypes.ToDiagnostic(edits, after) : null)
        ?? (AttributeRows.AreEmptied(updates.Deltas) ? await FindLossAsync(edits, before, after, changes, updates, attributes) : null);

    /// <summary>The program has an edit.</summary>
    public void Take(WrittenEdits edits)
    {
        _deleted.Take(edits);
        _results.Take();
        _generics.Take();
    }

    async Task<ReloadDiagnostic?> FindLossAsync(
        WrittenEdits edits, Solution before, Solution after, SolutionChange changes, EncUpdates updates, AttributeRows attributes)
    {
        var areLeft = attributes.AreLeft(updates.Deltas, after);
        return (areLeft ? _deleted.FindReturn(edits, after) : null)
            ?? await LostAttributes.FindAsync(before, after, changes, CancellationToken.None)
            ?? (areLeft ? LostAttributes.ToDiagnostic(edits, after) : null);
    }
}
