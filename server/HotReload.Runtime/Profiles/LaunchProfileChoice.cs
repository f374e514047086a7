namespace HotReload.Runtime.Profiles;

/// <summary>A profile, or none, or why there is none.</summary>
/// <param name="Profile">Null where the project has no usable profile, which is no error unless one was asked for by name.</param>
/// <param name="Error">One sentence for people, null where all is well.</param>
public sealed record LaunchProfileChoice(LaunchProfile? Profile, string? Error);
