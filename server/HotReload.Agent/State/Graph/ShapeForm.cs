namespace HotReload.Agent.State.Graph;

/// <summary>How the objects of a shape are laid out. The numbers are in files: never change one.</summary>
enum ShapeForm : byte
{
    /// <summary>One value a field, in the shape's order.</summary>
    Fields = 0,

    /// <summary>An array: its elements in row-major order, or packed.</summary>
    Array = 1,

    /// <summary>A collection of the base class library: its elements, for a dictionary key and value in turn.</summary>
    Collection = 2,

    /// <summary>An object without any state that counts, as one that is only locked on: made anew.</summary>
    Fresh = 3,

    /// <summary>One value: what the user's serializer made of the object.</summary>
    Serialized = 4,

    /// <summary>What the object's own <c>Save</c> put down, one value a name.</summary>
    Own = 5,

    /// <summary>No object: the type of a leaf or enum.</summary>
    Value = 6,
}
