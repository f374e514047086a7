namespace HotReload.Core.State;

/// <summary>A field that a delta adds to a type which the program may have objects of.</summary>
/// <param name="Name">The field's name in metadata; that of an automatic property is the compiler's.</param>
/// <param name="Value">What its initializer makes.</param>
public sealed record NewField(string Name, InitialValue Value);
