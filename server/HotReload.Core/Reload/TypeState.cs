namespace HotReload.Core.Reload;

/// <summary>What a reload did to the state of one type.</summary>
/// <param name="Type">The type's name.</param>
/// <param name="Fate">What happened.</param>
/// <param name="Reason">Why, where it is not plain.</param>
/// <param name="Objects">How many objects it happened to, where the program counted them.</param>
/// <param name="Check">Whether that was verified, of state that the program marks.</param>
public sealed record TypeState(string Type, StateFate Fate, string? Reason, int? Objects = null, StateCheck Check = StateCheck.None);
