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

    /// <summary>The next snapshot, in which a file has this text; this one where it has it already.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="text">Its text; <see langword="null"/> says that it was deleted.</param>
    public Snapshot With(string path, string? text) =>
        Texts.TryGetValue(path, out var old) && string.Equals(old, text, StringComparison.Ordinal)
            ? this
            : new(Id.Next(), Texts.SetItem(path, text));

    /// <summary>The next snapshot, in which some files are as the next session loads them; this one where it does not have them.</summary>
    /// <param name="paths">Full paths of the files.</param>
    public Snapshot Without(IEnumerable<string> paths) =>
        Texts.RemoveRange(paths) is var texts && ReferenceEquals(texts, Texts) ? this : new(Id.Next(), texts);

    /// <summary>Whether a reload of either would be made from the same text.</summary>
    public bool HasTextOf(Snapshot other) =>
        ReferenceEquals(Texts, other.Texts)
        || (Texts.Count == other.Texts.Count
            && Texts.All(file => other.Texts.TryGetValue(file.Key, out var text) && string.Equals(file.Value, text, StringComparison.Ordinal)));
}
