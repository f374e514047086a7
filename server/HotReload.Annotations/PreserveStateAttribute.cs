using System;

namespace HotReload.Annotations;

/// <summary>
/// Marks state that survives a restart of the program. On a static field or property: its value. On a class: the values of all its
/// static fields, and where the program's host has a singleton of that type, the state of that.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
public sealed class PreserveStateAttribute : Attribute
{
}
