using System.Globalization;
using System.Reflection;
using HotReload.Agent.Contract;

namespace HotReload.Agent.State.Live;

/// <summary>Makes what an initializer would have made. Each call makes it anew, as each constructor would.</summary>
/// <param name="owner">The assembly whose code has the initializer.</param>
sealed class ValueMaking(Assembly owner)
{
    const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The value. What its constructors and methods throw is thrown.</summary>
    public object? Make(AgentInitialValue value) => value.Kind switch
    {
        AgentValueKind.Constant => value.Type.Length == 0 ? null : ConstantText.Read(Find(value.Type), value.Text),
        AgentValueKind.TypeOf => Find(value.Type),
        AgentValueKind.Array => MakeArray(value),
        AgentValueKind.Create => Create(value),
        AgentValueKind.Static => Static(value),
        _ => throw new NotSupportedException($"An initial value of kind {value.Kind}."),
    };

    Type Find(string name) => NamedTypes.Find(name, owner);

    Type[] Find(IReadOnlyList<string> names)
    {
        var types = new Type[names.Count];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = Find(names[i]);
        }

        return types;
    }

    object?[] MakeAll(IReadOnlyList<AgentInitialValue> values)
    {
        var made = new object?[values.Count];
        for (var i = 0; i < made.Length; i++)
        {
            made[i] = Make(values[i]);
        }

        return made;
    }

    Array MakeArray(AgentInitialValue value)
    {
        var length = value.Text.Length == 0 ? value.Arguments.Count : int.Parse(value.Text, CultureInfo.InvariantCulture);
        var array = Array.CreateInstance(Find(value.Type), length);
        for (var i = 0; i < value.Arguments.Count; i++)
        {
            array.SetValue(Make(value.Arguments[i]), i);
        }

        return array;
    }

    object? Create(AgentInitialValue value)
    {
        var type = Find(value.Type);
        var made = value.Parameters.Count == 0 && type.IsValueType
            ? Activator.CreateInstance(type)
            : Required(type.GetConstructor(Any | BindingFlags.Instance, null, Find(value.Parameters), null), type, ".ctor")
                .Invoke(BindingFlags.DoNotWrapExceptions, null, MakeAll(value.Arguments), null);
        foreach (var call in value.Calls)
        {
            Required(type.GetMethod(call.Text, Any | BindingFlags.Instance, null, Find(call.Parameters), null), type, call.Text)
                .Invoke(made, BindingFlags.DoNotWrapExceptions, null, MakeAll(call.Arguments), null);
        }

        return made;
    }

    object? Static(AgentInitialValue value)
    {
        const BindingFlags AnyStatic = Any | BindingFlags.Static;
        var type = Find(value.Type);
        if (value.Parameters.Count == 0 && type.GetField(value.Text, AnyStatic) is { } field)
        {
            return field.GetValue(null);
        }

        if (value.Parameters.Count == 0 && type.GetProperty(value.Text, AnyStatic) is { } property)
        {
            return property.GetValue(null, BindingFlags.DoNotWrapExceptions, null, null, null);
        }

        var method = value.TypeArguments.Count == 0
            ? type.GetMethod(value.Text, AnyStatic, null, Find(value.Parameters), null)
            : FindGeneric(type, value);
        return Required(method, type, value.Text).Invoke(null, BindingFlags.DoNotWrapExceptions, null, MakeAll(value.Arguments), null);
    }

    MethodInfo? FindGeneric(Type type, AgentInitialValue value)
    {
        var parameters = Find(value.Parameters);
        var arguments = Find(value.TypeArguments);
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (method.Name == value.Text && method.IsGenericMethodDefinition && method.GetGenericArguments().Length == arguments.Length
                && method.GetParameters().Length == parameters.Length)
            {
                var closed = method.MakeGenericMethod(arguments);
                if (Array.TrueForAll(closed.GetParameters(), item => item.ParameterType == parameters[item.Position]))
                {
                    return closed;
                }
            }
        }

        return null;
    }

    static T Required<T>(T? member, Type type, string name) where T : class =>
        member ?? throw new MissingMemberException(type.FullName, name);
}
