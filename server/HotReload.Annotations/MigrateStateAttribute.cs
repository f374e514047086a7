using System;

namespace HotReload.Annotations;

/// <summary>
/// Marks a static method that brings saved state from an old shape of a type to its new one. It is called for each object whose saved
/// fields are not those that the type has now, when all that fits has been filled in.
/// </summary>
/// <remarks>
/// The forms, where <c>Old</c> is <c>IReadOnlyDictionary&lt;string, object?&gt;</c> (the saved names and values) or a type that the
/// program has kept with the old fields:
/// <list type="bullet">
/// <item><c>static void Migrate(T target, Old old)</c> fills an object of a class;</item>
/// <item><c>static T Migrate(Old old)</c> makes it anew, as records and structs need it;</item>
/// <item><c>static void Migrate(IReadOnlyDictionary&lt;string, object?&gt; old)</c> takes the old values of the static fields of the
/// type that declares it, when one of them has no place any more.</item>
/// </list>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MigrateStateAttribute : Attribute
{
}
