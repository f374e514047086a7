namespace HotReload.Agent.State.Graph;

/// <summary>What a <see cref="StateValue"/> holds. The numbers are in files: never change one.</summary>
enum ValueKind : byte
{
    /// <summary>Could not be carried: whoever reads it leaves what is there.</summary>
    Missing = 0,
    Null = 1,
    Boolean = 2,
    Char = 3,
    SByte = 4,
    Byte = 5,
    Int16 = 6,
    UInt16 = 7,
    Int32 = 8,
    UInt32 = 9,
    Int64 = 10,
    UInt64 = 11,
    Single = 12,
    Double = 13,

    /// <summary>A string.</summary>
    Text = 14,

    /// <summary>A value of a type that has a text of its own (a date, an identifier): that text, and the type's shape.</summary>
    Leaf = 15,

    /// <summary>The name of an enum's value, and the enum's shape.</summary>
    Enum = 16,

    /// <summary>An object of the graph, by its number. Structs are objects that nothing else refers to.</summary>
    Reference = 17,
}
