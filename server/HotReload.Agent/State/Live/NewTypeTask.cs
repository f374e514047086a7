using System.Reflection;
using HotReload.Agent.Contract;

namespace HotReload.Agent.State.Live;

/// <summary>What is to be done to one type, in one loaded copy of its module.</summary>
sealed class NewTypeTask(Type type, AgentNewType wanted)
{
    const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    readonly ValueMaking _values = new(type.Assembly);
    readonly List<object> _objects = [];

    /// <summary>The type, without its arguments.</summary>
    public Type Type => type;

    /// <summary>Whether objects are to be looked for.</summary>
    public bool WantsObjects => wanted.Migrations.Count > 0 || wanted.Fields.Any(item => Field(type, item) is { IsStatic: false });

    /// <summary>The first thing that went wrong.</summary>
    public string? Error { get; private set; }

    /// <summary>Takes an object of the type.</summary>
    public void Add(object value) => _objects.Add(value);

    /// <summary>Sets the statics, then brings every object up to date.</summary>
    public AgentTypeState Run()
    {
        foreach (var field in wanted.Fields)
        {
            Try(() => Set(Field(type, field), null, field));
        }

        foreach (var value in _objects)
        {
            Try(() => Bring(value));
        }

        return new(type.Assembly.GetName().Name ?? "", wanted.Type, WantsObjects ? _objects.Count : null, Error);
    }

    void Bring(object value)
    {
        var own = value.GetType();
        while (own is not null && Definition(own) != type)
        {
            own = own.BaseType;
        }

        foreach (var field in wanted.Fields)
        {
            Set(Field(own!, field), value, field);
        }

        foreach (var name in wanted.Migrations)
        {
            Migrate(own!, name, value);
        }
    }

    /// <summary>A type as its definition; what is not generic is its own.</summary>
    public static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    static FieldInfo? Field(Type type, AgentNewField field) => type.GetField(field.Name, Any);

    void Set(FieldInfo? field, object? owner, AgentNewField wanted)
    {
        if (field is null)
        {
            Error ??= $"The runtime does not show the field {wanted.Name}.";
        }
        else if (field.IsStatic == owner is null && FieldWriting.IsDefault(field, owner))
        {
            FieldWriting.Write(field, owner, _values.Make(wanted.Value));
        }
    }

    static void Migrate(Type own, string name, object value)
    {
        foreach (var method in own.GetMethods(Any))
        {
            if (method.IsStatic && method.Name == name && method.GetParameters() is [var parameter] && parameter.ParameterType.IsInstanceOfType(value))
            {
                method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value], null);
            }
        }
    }

    void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            // It is the user's code that runs here, and throws what it likes. The object stays as it is, and the user is told.
            Error ??= exception.GetType().FullName + ": " + exception.Message;
        }
    }
}
