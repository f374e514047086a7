using System.Reflection;
using HotReload.Agent.Contract;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Roots;

/// <summary>Finds the static fields whose values are carried.</summary>
static class StaticRoots
{
    const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The fields of some types, in their order.</summary>
    /// <param name="types">Types of the session's assemblies.</param>
    /// <param name="mode">Whether those without a mark count, too.</param>
    public static IEnumerable<StaticRoot> Find(IEnumerable<Type> types, AgentStateMode mode)
    {
        foreach (var type in types)
        {
            // The compiler's own types hold lambdas, texts of arrays and the like.
            if (type.Name.StartsWith('<') || type.IsEnum)
            {
                continue;
            }

            var whole = Marks.Has(type, Marks.Preserve);
            foreach (var field in type.GetFields(Static))
            {
                if (field.IsLiteral || FieldNames.IsHidden(field))
                {
                    continue;
                }

                var marked = whole || Marks.Has(FieldNames.Declared(field), Marks.Preserve);
                if (marked || (mode == AgentStateMode.Auto && !IsConstant(field) && !type.ContainsGenericParameters && !IsOfThread(field)))
                {
                    yield return new(field, marked, Refusal(field));
                }
            }
        }
    }

    /// <summary>The field of a type that has a name in state now, or had it before; null where there is none.</summary>
    public static FieldInfo? Find(Type type, string name)
    {
        var fields = type.GetFields(Static);
        return Array.Find(fields, field => FieldNames.Of(field) == name) ?? Array.Find(fields, field => HadName(field, name));
    }

    static bool HadName(FieldInfo field, string name)
    {
        foreach (var former in Marks.PreviousNames(FieldNames.Declared(field)))
        {
            if (former == name)
            {
                return true;
            }
        }

        return false;
    }

    static string? Refusal(FieldInfo field) =>
        field.DeclaringType!.ContainsGenericParameters ? "a generic type has a field for every argument; mark one of a type that is none"
        : IsOfThread(field) ? "it belongs to a thread"
        : null;

    /// <summary>
    /// Whether a field that nobody marked is as good as a constant: what its initializer says may be just what was edited.
    /// </summary>
    static bool IsConstant(FieldInfo field) => field.IsInitOnly
        && (field.FieldType.IsPrimitive || field.FieldType.IsEnum || field.FieldType == typeof(string) || field.FieldType.IsArray
            || LeafTypes.Holds(field.FieldType) || field.FieldType.Namespace is "System.Collections.Immutable" or "System.Collections.Frozen");

    static bool IsOfThread(FieldInfo field) => Marks.Has(field, nameof(ThreadStaticAttribute));
}
