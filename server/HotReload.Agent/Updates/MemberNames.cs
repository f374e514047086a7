using System.Reflection;

namespace HotReload.Agent.Updates;

/// <summary>What people call a method: lambdas, local functions and state machines are named after the member that they are written in.</summary>
static class MemberNames
{
    /// <summary>The type, with the types around it.</summary>
    public static string TypeOf(MethodBase method)
    {
        var name = "";
        for (var type = method.DeclaringType; type is not null; type = type.DeclaringType)
        {
            if (!IsGenerated(type.Name))
            {
                name = name.Length == 0 ? Plain(type) : Plain(type) + "." + name;
            }
        }

        return name;
    }

    /// <summary>The member, without its parameters.</summary>
    public static string MemberOf(MethodBase method)
    {
        // A state machine has the name in its type; a lambda in its own.
        var name = IsGenerated(method.Name) ? method.Name : method.DeclaringType is { } type && IsGenerated(type.Name) ? type.Name : method.Name;
        var end = name.IndexOf('>');
        name = IsGenerated(name) && end > 1 ? name[1..end] : name;
        return name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name[4..] : name;
    }

    static bool IsGenerated(string name) => name.StartsWith('<') && !name.StartsWith("<Main>$", StringComparison.Ordinal);

    static string Plain(Type type) => type.Name.Split('`')[0];
}
