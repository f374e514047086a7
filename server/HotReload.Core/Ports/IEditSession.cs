using HotReload.Core.Buffers;

namespace HotReload.Core.Ports;

/// <summary>
/// The compiler's side of a session: knows the text the program runs (the baseline) and what a new snapshot would
/// change. Not thread-safe, save where said: one call at a time.
/// </summary>
public interface IEditSession : IAsyncDisposable
{
    /// <summary>
    /// Whether something was found out about an earlier change that the next compilation must take in which somebody waits for. No other
    /// one does. Safe to ask from any thread.
    /// </summary>
    bool IsDoubted { get; }

    /// <summary>Whether the compiler or a generator reads a file. Safe to ask from any thread.</summary>
    bool Reads(string path);

    /// <summary>
    /// Compares a snapshot with the last committed text. A <see cref="CompileVerdict.Ready"/> answer must be followed by
    /// <see cref="Commit"/> or <see cref="Discard"/> before the next call. Cancellation leaves the baseline as it was.
    /// </summary>
    Task<CompiledChange> CompileAsync(Snapshot snapshot, Haste haste, CancellationToken cancellationToken);

    /// <summary>The program runs the pending change: it becomes the baseline.</summary>
    void Commit();

    /// <summary>The pending change was not applied: the baseline stays.</summary>
    void Discard();
}
