using HotReload.Core.Recovery;
using HotReload.Core.State;

namespace HotReload.Core.Pipeline;

/// <summary>The pipeline's times.</summary>
/// <param name="PendingAfter">How long a process may take to answer before the apply is reported as pending.</param>
/// <param name="Settle">
/// How long a verdict that is no delta is kept back: a save of several files comes as several saves, and the next may mend
/// what the first has broken. A delta never waits.
/// </param>
public sealed record PipelineOptions(TimeSpan PendingAfter, TimeSpan Settle)
{
    /// <summary>
    /// <see cref="Settle"/> where the change came from the disk, at least: whoever writes there, a tool or another editor, tells nobody
    /// when the last file of a change is written.
    /// </summary>
    public TimeSpan SettleOnDisk { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>What becomes of fields that a delta adds, in objects that exist already.</summary>
    public NewFieldsPolicy NewFields { get; init; } = NewFieldsPolicy.Initialize;

    /// <summary>The longest that a program looks for those objects; its update handlers wait for it.</summary>
    public TimeSpan NewFieldsBudget { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>What happens when the program throws in a member that the last reload has changed.</summary>
    public RollbackPolicy RollbackOnException { get; init; } = RollbackPolicy.Ask;

    public static PipelineOptions Default { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(10));
}
