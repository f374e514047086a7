using System.Reflection;
using HotReload.Agent.Contract;
using HotReload.Agent.State.Capture;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Restore;

/// <summary>Has an object take its state back by itself.</summary>
static class OwnFilling
{
    /// <summary>Calls its <c>Restore</c>.</summary>
    public static object Fill(object target, Dictionary<string, object?> saved, TypePlan plan, StateNotes notes)
    {
        try
        {
            plan.OwnState!.GetMethod("Restore")?.Invoke(target, [saved]);
        }
        catch (TargetInvocationException exception)
        {
            var thrown = exception.InnerException ?? exception;
            notes.Add(plan.Name, "Restore", AgentStateFate.Lost, $"it threw {thrown.GetType().Name}: {thrown.Message}");
        }

        return target;
    }
}
