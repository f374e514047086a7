using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Core.State;

/// <summary>A program's word on a capture or a restore of its state.</summary>
/// <param name="Items">Place by place.</param>
/// <param name="Objects">How many objects in all.</param>
/// <param name="Bytes">The file's size; 0 where there is no file.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record StateReport(ImmutableArray<StateItem> Items, int Objects, long Bytes, double Milliseconds)
{
    /// <summary>There is no state to speak of.</summary>
    public static StateReport Nothing { get; } = new([], 0, 0, 0);

    /// <summary>Whether nothing more is to come: services follow when the program has built its host.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Why there is no answer at all, as a sentence; else null.</summary>
    public string? Error { get; init; }

    /// <summary>A program that gave no answer.</summary>
    public static StateReport Failed(string error) => Nothing with { Error = error };

    /// <summary>What is told of it in the result of a reload: type by type, the worst first.</summary>
    public StateSummary Summary => StateSummaries.Of(this);
}
