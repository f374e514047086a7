using System.Reflection;

namespace HotReload.Agent.State.Types;

/// <summary>An instance field that may be carried.</summary>
/// <param name="Name">What it is called in state; a field that a derived type's hides has its type's name before it.</param>
/// <param name="TypeName">The name of its type.</param>
/// <param name="Info">The field.</param>
sealed record PlannedField(string Name, string TypeName, FieldInfo Info);
