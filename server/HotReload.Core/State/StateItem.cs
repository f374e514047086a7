using HotReload.Core.Reload;

namespace HotReload.Core.State;

/// <summary>What became of one place that holds state, or of something found in its objects.</summary>
/// <param name="Type">The type's name.</param>
/// <param name="Member">The member; empty where the type as a whole is meant.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Reason">Why, where it is not plain.</param>
/// <param name="Objects">How many objects.</param>
public sealed record StateItem(string Type, string Member, StateFate Fate, string? Reason, int Objects);
