namespace HotReload.Agent.Contract;

/// <summary>How an initial value is made; a number on the wire.</summary>
internal enum AgentValueKind
{
    /// <summary>A constant, by its type and its text in the invariant culture; null where the type is empty.</summary>
    Constant,

    /// <summary>A type.</summary>
    TypeOf,

    /// <summary>An array, by the type of its items and them, or its length as text.</summary>
    Array,

    /// <summary>A new object, and what is called on it.</summary>
    Create,

    /// <summary>A static method, property or field.</summary>
    Static,

    /// <summary>A method of the object that is made.</summary>
    Call,
}
