using System.Collections.Immutable;

namespace HotReload.Core.State;

/// <summary>What an initializer makes, so plain that it can be made again outside of its constructor.</summary>
/// <param name="Kind">How it is made.</param>
/// <param name="Type">A type's name, as reflection parses it; empty for the constant null.</param>
/// <param name="Text">A constant's text, a member's name, or an array's length.</param>
public sealed record InitialValue(InitialValueKind Kind, string Type, string Text = "")
{
    /// <summary>The types of the parameters of the constructor or method, by which it is found.</summary>
    public ImmutableArray<string> Parameters { get; init; } = [];

    /// <summary>The type arguments of a generic static method.</summary>
    public ImmutableArray<string> TypeArguments { get; init; } = [];

    /// <summary>What the constructor or method is given, or the items of an array.</summary>
    public ImmutableArray<InitialValue> Arguments { get; init; } = [];

    /// <summary>What is called on a new object: items of a collection, properties of an initializer.</summary>
    public ImmutableArray<InitialValue> Calls { get; init; } = [];
}
