using System.Reflection;
using HotReload.Agent.Contract;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Capture;

/// <summary>Calls what users have written to save and load state. What it throws is said, and ends nothing.</summary>
static class UserCode
{
    /// <summary>Calls a <c>Save</c>.</summary>
    public static bool TrySave(Func<object?> save, TypePlan plan, StateNotes notes, out object? saved) => Try(save, plan, "Save", notes, out saved);

    /// <summary>Calls anything of a type by reflection.</summary>
    /// <returns>Whether it did not throw.</returns>
    public static bool Try(Func<object?> call, TypePlan plan, string method, StateNotes notes, out object? result)
    {
        try
        {
            result = call();
            return true;
        }
        catch (TargetInvocationException exception)
        {
            notes.Add(plan.Name, method.Contains('.', StringComparison.Ordinal) ? "" : method, AgentStateFate.Lost, $"{method} threw {Name(exception)}");
            result = null;
            return false;
        }
    }

    /// <summary>What an exception was, in few words.</summary>
    public static string Name(TargetInvocationException exception)
    {
        var thrown = exception.InnerException ?? exception;
        return $"{thrown.GetType().Name}: {thrown.Message}";
    }
}
