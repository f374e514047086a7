using System.Reflection;

namespace HotReload.Agent.State.Types;

/// <summary>A class of the user's that turns values of one type into something that can be carried, and back.</summary>
/// <param name="save">A static method <c>Save</c> from the type to anything that can be carried.</param>
/// <param name="load">A static method <c>Load</c> from that to the type.</param>
sealed class UserSerializer(MethodInfo save, MethodInfo load)
{
    const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>What <c>Save</c> returns: an object of it is given to <c>Load</c>.</summary>
    public Type SavedType => load.GetParameters()[0].ParameterType;

    /// <summary>The serializer that a class is; null where it has not the two methods.</summary>
    public static UserSerializer? Of(Type type, Type serialized)
    {
        var save = Array.Find(type.GetMethods(Static), method =>
            method.Name == "Save" && method.GetParameters() is [var parameter] && parameter.ParameterType == serialized && method.ReturnType != typeof(void));
        var load = Array.Find(type.GetMethods(Static), method =>
            method.Name == "Load" && method.GetParameters().Length == 1 && method.ReturnType == serialized);
        return save is null || load is null ? null : new(save, load);
    }

    /// <summary>Calls <c>Save</c>.</summary>
    /// <exception cref="TargetInvocationException">It threw.</exception>
    public object? Save(object value) => save.Invoke(null, [value]);

    /// <summary>Calls <c>Load</c>.</summary>
    /// <exception cref="TargetInvocationException">It threw.</exception>
    /// <exception cref="ArgumentException">It does not take that value.</exception>
    public object? Load(object? saved) => load.Invoke(null, [saved]);
}
