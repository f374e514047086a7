using System;

namespace HotReload.Annotations;

/// <summary>Says what a type, field or property was called before, so that state that was saved under that name is found.</summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Field | AttributeTargets.Property,
    AllowMultiple = true, Inherited = false)]
public sealed class PreviousNameAttribute : Attribute
{
    /// <param name="name">The former name; of a type its full name, or its simple one.</param>
    public PreviousNameAttribute(string name) => Name = name;

    /// <summary>The former name.</summary>
    public string Name { get; }
}
