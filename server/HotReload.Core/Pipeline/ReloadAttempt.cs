using HotReload.Core.Buffers;
using HotReload.Core.Reload;

namespace HotReload.Core.Pipeline;

/// <summary>The last reload that was begun.</summary>
/// <param name="Snapshot">The text it is made from.</param>
/// <param name="Outcome">How it ended; null while it goes on, or when newer text has overtaken it.</param>
public sealed record ReloadAttempt(Snapshot Snapshot, ReloadOutcome? Outcome)
{
    /// <summary>No text was published when the program was started.</summary>
    public static ReloadAttempt None { get; } = new(Snapshot.Empty, ReloadOutcome.NoChange);
}
