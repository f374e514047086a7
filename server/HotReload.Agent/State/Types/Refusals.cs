namespace HotReload.Agent.State.Types;

/// <summary>Says why values of a type from outside of the program's projects can't be carried.</summary>
static class Refusals
{
    // By their names: none of these assemblies is loaded only to compare.
    static readonly (string Base, string Reason)[] s_reasons =
    [
        ("System.Delegate", "a delegate belongs to the code of its process"),
        ("System.Threading.Tasks.Task", "a task belongs to its process"),
        ("System.Threading.Thread", "a thread belongs to its process"),
        ("System.IO.Stream", "a stream belongs to its process"),
        ("System.Runtime.InteropServices.SafeHandle", "a handle of the system belongs to its process"),
        ("System.Net.Sockets.Socket", "a socket belongs to its process"),
        ("System.Threading.Timer", "a timer belongs to its process"),
        ("System.Threading.WaitHandle", "a handle of the system belongs to its process"),
        ("System.Reflection.MemberInfo", "a reference to code is not carried"),
    ];

    /// <summary>The reason.</summary>
    public static string Of(Type type)
    {
        if (type.IsPointer || type.IsByRefLike || type.IsFunctionPointer || type.FullName is "System.IntPtr" or "System.UIntPtr")
        {
            return "a pointer belongs to its process";
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var (name, reason) in s_reasons)
            {
                if (current.FullName == name)
                {
                    return reason;
                }
            }
        }

        return $"{type.FullName} is no type of the program's projects; a serializer can carry it";
    }
}
