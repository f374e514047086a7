using System.Collections.Immutable;

namespace HotReload.Core.Buffers;

/// <summary>
/// The text that a reload is made from: every file whose text may differ from what the session was loaded with.
/// </summary>
/// <param name="Id">When this text was taken; ids only grow.</param>
/// <param name="Texts">Full path to text; <see langword="null"/> says that the file was deleted.</param>
public sealed record Snapshot(SnapshotId Id, ImmutableDictionary<string, string?> Texts)
{
    /// <summary>A snapshot in which no file differs from the session's load.</summary>
    public static Snapshot Empty { get; } =
        new(SnapshotId.None, ImmutableDictionary.Create<string, string?>(PathIdentity.Comparer));
}
