using System.Reflection;

namespace HotReload.Agent.State.Live;

/// <summary>Knows per type the instance fields through which other objects can be reached.</summary>
sealed class ReachableFields
{
    const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    readonly Dictionary<Type, FieldInfo[]> _fields = [];

    /// <summary>The fields of a type and its bases; none where there is nothing to be found.</summary>
    public FieldInfo[] Of(Type type)
    {
        if (!_fields.TryGetValue(type, out var fields))
        {
            // Set before it is known, for a struct that has itself in a static or through a pointer.
            _fields[type] = [];
            _fields[type] = fields = Find(type);
        }

        return fields;
    }

    /// <summary>Fields may have been added to the types of some modules; those that derive from them have them, too.</summary>
    public void Forget(HashSet<Guid> modules)
    {
        foreach (var type in _fields.Keys.ToArray())
        {
            for (var level = type; level is not null; level = level.BaseType)
            {
                if (modules.Contains(level.Module.ModuleVersionId))
                {
                    _fields.Remove(type);
                    break;
                }
            }
        }
    }

    /// <summary>Whether a variable of a type can lead to an object that is worth a look.</summary>
    public bool Leads(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type.IsPointer || type.IsFunctionPointer || type == typeof(string) || IsDull(type))
        {
            return false;
        }

        if (type.IsArray)
        {
            return Leads(type.GetElementType()!);
        }

        // A class that is not sealed may have anything in a derived one.
        return !type.IsValueType || (!type.IsByRefLike && Of(type).Length > 0);
    }

    /// <summary>Types of the framework that lead to much, and to nothing of the program's own.</summary>
    static bool IsDull(Type type) =>
        typeof(MemberInfo).IsAssignableFrom(type) || typeof(Assembly).IsAssignableFrom(type) || typeof(Module).IsAssignableFrom(type)
        || type == typeof(Thread) || type == typeof(System.Globalization.CultureInfo) || typeof(System.Text.Encoding).IsAssignableFrom(type)
        || type == typeof(WeakReference) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(Guid);

    FieldInfo[] Find(Type type)
    {
        if (IsDull(type))
        {
            return [];
        }

        var found = new List<FieldInfo>();
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType)
        {
            foreach (var field in level.GetFields(Declared))
            {
                if (Leads(field.FieldType) && (!typeof(Delegate).IsAssignableFrom(level) || field.Name is "_target" or "_invocationList"))
                {
                    found.Add(field);
                }
            }
        }

        return found.ToArray();
    }
}
