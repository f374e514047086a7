using System.Reflection;

namespace HotReload.Agent.State.Restore;

/// <summary>
/// A method of the user's that brings an object from its old shape to its new one. It takes the old shape as names and values, or as an
/// object of a type that has the old fields; it returns the new object, or fills the one that it takes as well.
/// </summary>
/// <param name="method">A static method with <c>[MigrateState]</c>.</param>
/// <param name="fills">The place of the parameter for the object to fill; -1 where the method returns it.</param>
/// <param name="old">The place of the parameter for the old shape.</param>
sealed class Migration(MethodInfo method, int fills, int old)
{
    /// <summary>What the method wants as the old shape.</summary>
    public Type OldType => method.GetParameters()[old].ParameterType;

    /// <summary>Whether it wants names and values.</summary>
    public bool TakesNames => OldType == typeof(IReadOnlyDictionary<string, object?>);

    /// <summary>What people call it.</summary>
    public string Name => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>Runs it.</summary>
    /// <returns>The new object: the one that was given, or what the method returned.</returns>
    /// <exception cref="TargetInvocationException">It threw.</exception>
    public object? Run(object target, object oldShape)
    {
        var arguments = new object?[method.GetParameters().Length];
        arguments[old] = oldShape;
        if (fills >= 0)
        {
            arguments[fills] = target;
        }

        var result = method.Invoke(null, arguments);
        return fills >= 0 ? target : result;
    }
}
