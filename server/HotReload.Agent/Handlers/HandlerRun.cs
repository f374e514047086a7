using System.Reflection;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Handlers;

/// <summary>Calls the program's metadata update handlers.</summary>
/// <param name="handlers">They, in their order.</param>
/// <param name="updatedTypes">What they are given.</param>
/// <param name="failedLater">Is told what one threw that had returned before, from any thread.</param>
sealed class HandlerRun(Type[] handlers, Type[] updatedTypes, Action<AgentHandlerFailure> failedLater)
{
    const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    readonly List<AgentHandlerFailure> _failures = [];

    /// <summary>The handlers that threw; the others ran all the same.</summary>
    public AgentHandlerFailure[] Failures => _failures.ToArray();

    /// <summary>Clears every cache, before anything is updated. The runtime's own, of what reflection knows, are among them.</summary>
    public void ClearCaches() => Invoke(handlers, "ClearCache");

    /// <summary>Has the program take notice.</summary>
    /// <param name="idle">Those, by full name, that have nothing to do.</param>
    public void UpdateApplication(ISet<string> idle) =>
        Invoke(idle.Count == 0 ? handlers : Array.FindAll(handlers, handler => !idle.Contains(handler.FullName ?? "")), "UpdateApplication");

    void Invoke(Type[] all, string name)
    {
        foreach (var handler in all)
        {
            Invoke(handler, name);
        }
    }

    void Invoke(Type handler, string name)
    {
        try
        {
            var method = handler.GetMethod(name, AnyStatic, null, [typeof(Type[])], null);
            if (method is not null && method.ReturnType == typeof(void))
            {
                var call = method.CreateDelegate<Action<Type[]?>>();
                new HandlerContext(exception => failedLater(Failure(handler, name, exception))).Run(() => call(updatedTypes));
            }
        }
        catch (Exception exception)
        {
            // User code throws what it likes; the delta stays, and the user is told which handler it was.
            _failures.Add(Failure(handler, name, exception));
        }
    }

    static AgentHandlerFailure Failure(Type handler, string name, Exception exception) =>
        new(DisplayName(handler) + "." + name, exception.GetType().FullName + ": " + exception.Message);

    static string DisplayName(Type type) => (type.FullName ?? type.Name).Replace('+', '.');
}
