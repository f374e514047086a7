using System.Reflection;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Checks;

/// <summary>
/// Knows the fields by which an object is compared: all of the program's own types and of the framework's collections. Of any other
/// object only that it is the same one.
/// </summary>
/// <param name="places">Says what is the program's own.</param>
sealed class CheckedFields(CheckedPlaces places)
{
    const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    const string Collections = "System.Collections";

    readonly Dictionary<Type, FieldInfo[]> _fields = [];

    /// <summary>The fields of a type; none where its objects are not looked into.</summary>
    public FieldInfo[] Of(Type type)
    {
        if (!_fields.TryGetValue(type, out var fields))
        {
            _fields.Add(type, fields = Find(type));
        }

        return fields;
    }

    /// <summary>A change has touched some types: they and those derived from them may have other fields.</summary>
    public void Forget(Type[] changed)
    {
        foreach (var type in _fields.Keys.ToArray())
        {
            for (var level = type; level is not null; level = level.BaseType)
            {
                if (Array.IndexOf(changed, level.IsConstructedGenericType ? level.GetGenericTypeDefinition() : level) >= 0)
                {
                    _fields.Remove(type);
                    break;
                }
            }
        }
    }

    FieldInfo[] Find(Type type)
    {
        var fields = new List<FieldInfo>();
        if (IsLookedInto(type))
        {
            var isOwn = places.Owns(type.Assembly);
            for (var level = type; level is not null && level != typeof(object) && places.Owns(level.Assembly) == isOwn; level = level.BaseType)
            {
                fields.AddRange(Array.FindAll(level.GetFields(Declared), Counts));
            }
        }

        return fields.ToArray();
    }

    bool IsLookedInto(Type type) =>
        places.Owns(type.Assembly) ? !type.IsEnum && !type.Name.StartsWith('<') && !typeof(Delegate).IsAssignableFrom(type)
        : type.Namespace?.StartsWith(Collections, StringComparison.Ordinal) == true || IsPlain(type);

    /// <summary>Tuples and the like.</summary>
    static bool IsPlain(Type type) => type.IsConstructedGenericType && FrameworkTypes.Holds(type.GetGenericTypeDefinition());

    /// <summary>What a container has given is the container's, and a view of a collection is made when it is first asked for.</summary>
    bool Counts(FieldInfo field) =>
        !field.FieldType.IsPointer && !field.FieldType.IsFunctionPointer && !places.Provides(field.FieldType)
        && field.FieldType.Name is not ("KeyCollection" or "ValueCollection" or "KeyList" or "ValueList");
}
