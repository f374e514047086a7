using System.Collections;
using System.Reflection;

namespace HotReload.Engine.EditAndContinue;

/// <summary>Fields that are Roslyn's own. One may be missing in another SDK: that is null, and no failure.</summary>
internal static class RoslynFields
{
    const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>A field's value; null where the object or the field is missing.</summary>
    public static object? Read(object? target, string name) => target is null ? null : Find(target, name)?.GetValue(target);

    /// <summary>A sequence's items; none where it is missing.</summary>
    public static List<object> Items(object? sequence) => sequence is IEnumerable items ? [.. items.Cast<object>()] : [];

    public static FieldInfo? Find(object target, string name)
    {
        for (var type = target.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetField(name, Own) is { } field)
            {
                return field;
            }
        }

        return null;
    }
}
