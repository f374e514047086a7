namespace HotReload.Agent.State.Restore;

/// <summary>
/// A value of an enum from outside of the program's projects: its type is not loaded on a file's word, but goes where the program itself
/// has a place of that type.
/// </summary>
/// <param name="Type">The enum's full name.</param>
/// <param name="Name">The value's name.</param>
sealed record UnboundEnum(string Type, string Name);
