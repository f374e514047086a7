using System.Reflection;

namespace HotReload.Agent.State.Roots;

/// <summary>A static field that is to be carried.</summary>
/// <param name="Field">The field.</param>
/// <param name="IsMarked">Whether the user has asked for it by name.</param>
/// <param name="Refusal">Why it can't be; null where it may.</param>
sealed record StaticRoot(FieldInfo Field, bool IsMarked, string? Refusal);
