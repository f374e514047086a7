using System.Collections.Immutable;

namespace HotReload.Core.State;

/// <summary>What is to be done to the objects of a type, and to its statics, once the program has a delta.</summary>
/// <param name="Type">The type's name, as reflection has it.</param>
/// <param name="Display">Its name in reports.</param>
/// <param name="Fields">The new fields whose initial value can be made.</param>
/// <param name="Migrations">The user's own static methods that take an object, in the order of their names.</param>
public sealed record NewTypeState(string Type, string Display, ImmutableArray<NewField> Fields, ImmutableArray<string> Migrations);
