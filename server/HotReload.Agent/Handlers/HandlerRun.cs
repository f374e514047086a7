using System.Reflection;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Handlers;

/// <summary>Calls the program's metadata update handlers.</summary>
static class HandlerRun
{
    const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Clears every cache before anything is updated. A handler that throws is reported; the others still run.</summary>
    public static AgentHandlerFailure[] Invoke(Type[] handlers, Type[] updatedTypes)
    {
        var failures = new List<AgentHandlerFailure>();
        foreach (var handler in handlers)
        {
            Invoke(handler, "ClearCache", updatedTypes, failures);
        }

        foreach (var handler in handlers)
        {
            Invoke(handler, "UpdateApplication", updatedTypes, failures);
        }

        return failures.ToArray();
    }

    static void Invoke(Type handler, string name, Type[] updatedTypes, List<AgentHandlerFailure> failures)
    {
        try
        {
            var method = handler.GetMethod(name, AnyStatic, null, [typeof(Type[])], null);
            if (method is not null && method.ReturnType == typeof(void))
            {
                method.CreateDelegate<Action<Type[]?>>()(updatedTypes);
            }
        }
        catch (Exception exception)
        {
            // User code throws what it likes; the delta stays, and the user is told which handler it was.
            failures.Add(new(DisplayName(handler) + "." + name, exception.GetType().FullName + ": " + exception.Message));
        }
    }

    static string DisplayName(Type type) => (type.FullName ?? type.Name).Replace('+', '.');
}
