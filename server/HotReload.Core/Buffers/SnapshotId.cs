namespace HotReload.Core.Buffers;

/// <summary>
/// Identifies one state of the editor's text. Ids only grow, so a later id is always newer text; every record on the
/// way from an edit to its report carries the id it came from.
/// </summary>
public readonly record struct SnapshotId(long Value) : IComparable<SnapshotId>
{
    /// <summary>The state before any text was published.</summary>
    public static SnapshotId None => default;

    /// <summary>The id that follows this one.</summary>
    public SnapshotId Next() => new(Value + 1);

    public int CompareTo(SnapshotId other) => Value.CompareTo(other.Value);

    public override string ToString() => $"s{Value}";

    public static bool operator <(SnapshotId left, SnapshotId right) => left.Value < right.Value;
    public static bool operator >(SnapshotId left, SnapshotId right) => left.Value > right.Value;
    public static bool operator <=(SnapshotId left, SnapshotId right) => left.Value <= right.Value;
    public static bool operator >=(SnapshotId left, SnapshotId right) => left.Value >= right.Value;
}
