using System.Reflection;
using HotReload.Agent.State.Collections;

namespace HotReload.Agent.State.Types;

/// <summary>Decides how values of a type are carried, and remembers it.</summary>
sealed class TypePlans(SessionAssemblies assemblies)
{
    const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    readonly Dictionary<Type, TypePlan> _plans = [];
    readonly Dictionary<Type, string> _names = [];
    Dictionary<Type, UserSerializer>? _serializers;

    /// <summary>The plan of a type.</summary>
    public TypePlan Of(Type type)
    {
        if (!_plans.TryGetValue(type, out var plan))
        {
            _plans.Add(type, plan = Make(type, NameOf(type)));
        }

        return plan;
    }

    /// <summary>The name of a type in state.</summary>
    public string NameOf(Type type)
    {
        if (!_names.TryGetValue(type, out var name))
        {
            _names.Add(type, name = TypeNames.Of(type, assemblies.Own));
        }

        return name;
    }

    /// <summary>A type that the user has written a serializer for, by its name; null where there is none.</summary>
    public Type? FindSerialized(string name)
    {
        foreach (var type in Serializers.Keys)
        {
            if (NameOf(type) == name)
            {
                return type;
            }
        }

        return null;
    }

    TypePlan Make(Type type, string name)
    {
        if (type.IsPrimitive && type != typeof(nint) && type != typeof(nuint))
        {
            return new(type, name, PlanKind.Primitive);
        }

        if (type == typeof(string))
        {
            return new(type, name, PlanKind.Text);
        }

        if (Serializers.GetValueOrDefault(type) is { } serializer)
        {
            return new(type, name, PlanKind.Serialized) { Serializer = serializer };
        }

        if (type.IsEnum)
        {
            return new(type, name, PlanKind.Enum);
        }

        return type.IsArray ? OfArray(type, name)
            : LeafTypes.Holds(type) ? new(type, name, PlanKind.Leaf)
            : assemblies.Own(type.Assembly) ? OfOwn(type, name)
            : OfFramework(type, name);
    }

    static TypePlan Refuse(Type type, string name, string reason) => new(type, name, PlanKind.Refused) { Refusal = reason };

    static TypePlan OfArray(Type type, string name)
    {
        var element = type.GetElementType()!;
        return element.IsPointer || element.IsFunctionPointer || !(type.IsSZArray || type.IsVariableBoundArray)
            ? Refuse(type, name, Refusals.Of(element))
            : new(type, name, PlanKind.Array);
    }

    TypePlan OfFramework(Type type, string name)
    {
        if (type.FullName is "System.Object" or "System.Threading.Lock" or "System.Random")
        {
            return new(type, name, PlanKind.Fresh);
        }

        var definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
        if (!FrameworkTypes.Holds(definition))
        {
            return Refuse(type, name, Refusals.Of(type));
        }

        return CodecCatalog.Find(type) is { } codec
            ? new(type, name, PlanKind.Collection) { Codec = codec }
            : new(type, name, PlanKind.Fields) { Fields = FieldsOf([type]) };
    }

    TypePlan OfOwn(Type type, string name)
    {
        if (typeof(Delegate).IsAssignableFrom(type) || type.IsByRefLike)
        {
            return Refuse(type, name, Refusals.Of(type));
        }

        if (type.Name.StartsWith('<'))
        {
            return Refuse(type, name, "the compiler made its type for a lambda, an iterator or an anonymous object");
        }

        if (Marks.OwnStateOf(type) is { } own)
        {
            return new(type, name, PlanKind.Own) { OwnState = own };
        }

        var levels = new Stack<Type>();
        var current = type;
        for (; current is not null && assemblies.Own(current.Assembly); current = current.BaseType)
        {
            levels.Push(current);
        }

        return new(type, name, PlanKind.Fields)
        {
            Fields = FieldsOf(levels),
            NotMade = HasFields(current) ? $"it derives from {current!.FullName}, whose own state can't be carried" : null,
        };
    }

    static bool HasFields(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetFields(Declared).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    PlannedField[] FieldsOf(IEnumerable<Type> levels)
    {
        var fields = new List<PlannedField>();
        foreach (var level in levels)
        {
            foreach (var field in level.GetFields(Declared))
            {
                var name = FieldNames.Of(field);
                if (fields.Find(other => other.Name == name) is { } hidden)
                {
                    fields[fields.IndexOf(hidden)] = hidden with { Name = $"{hidden.Info.DeclaringType!.Name}.{name}" };
                }

                fields.Add(new(name, NameOf(field.FieldType), field));
            }
        }

        return fields.ToArray();
    }

    Dictionary<Type, UserSerializer> Serializers
    {
        get
        {
            if (_serializers is null)
            {
                _serializers = [];
                foreach (var assembly in assemblies.Loaded())
                {
                    AddSerializers(assembly, _serializers);
                }
            }

            return _serializers;
        }
    }

    static void AddSerializers(Assembly assembly, Dictionary<Type, UserSerializer> serializers)
    {
        foreach (var type in LoadableTypes.Of(assembly))
        {
            if (Marks.SerializedType(type) is { } serialized && UserSerializer.Of(type, serialized) is { } serializer)
            {
                serializers[serialized] = serializer;
            }
        }
    }
}
