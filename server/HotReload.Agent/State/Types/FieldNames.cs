using System.Reflection;

namespace HotReload.Agent.State.Types;

/// <summary>What a field is called in state: the name that stands in the source.</summary>
static class FieldNames
{
    const string BackingField = ">k__BackingField";
    const string Parameter = ">P";

    /// <summary>The property of a backing field, the parameter of a primary constructor's field, else the field's name.</summary>
    public static string Of(FieldInfo field)
    {
        var name = field.Name;
        if (name.StartsWith('<'))
        {
            var suffix = name.EndsWith(BackingField, StringComparison.Ordinal) ? BackingField : Parameter;
            if (name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return name[1..^suffix.Length];
            }
        }

        return name;
    }

    /// <summary>Whether the compiler made a field for purposes of its own.</summary>
    public static bool IsHidden(FieldInfo field) => Of(field).StartsWith('<');

    /// <summary>The property that a field stores, which carries the user's attributes; the field itself where it stores none.</summary>
    public static MemberInfo Declared(FieldInfo field)
    {
        const BindingFlags any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return field.Name.EndsWith(BackingField, StringComparison.Ordinal) && field.DeclaringType?.GetProperty(Of(field), any) is { } property
            ? property
            : field;
    }
}
