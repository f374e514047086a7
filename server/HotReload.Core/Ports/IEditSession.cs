using HotReload.Core.Buffers;

namespace HotReload.Core.Ports;

/// <summary>
/// The compiler's side of a session: knows the text the program runs (the baseline) and what a new snapshot would
/// change. Not thread-safe; the pipeline alone calls it, one call at a time.
/// </summary>
public interface IEditSession : IAsyncDisposable
{
    /// <summary>
    /// Compares a snapshot with the last committed text. A <see cref="CompileVerdict.Ready"/> answer must be followed by
    /// <see cref="Commit"/> or <see cref="Discard"/> before the next call. Cancellation leaves the baseline as it was.
    /// </summary>
    Task<CompiledChange> CompileAsync(Snapshot snapshot, CancellationToken cancellationToken);

    /// <summary>The program runs the pending change: it becomes the baseline.</summary>
    void Commit();

    /// <summary>The pending change was not applied: the baseline stays.</summary>
    void Discard();
}
