namespace HotReload.Core.Reload;

/// <summary>What one process did to the objects of a type.</summary>
/// <param name="Assembly">The assembly's simple name.</param>
/// <param name="Type">The type's name, as reflection has it.</param>
/// <param name="Objects">How many objects of the type it found; null where only statics were concerned.</param>
/// <param name="Error">The first thing that went wrong, if any did.</param>
public sealed record ProcessTypeState(string Assembly, string Type, int? Objects, string? Error);
