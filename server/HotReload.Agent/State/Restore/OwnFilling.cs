using HotReload.Agent.State.Capture;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Restore;

/// <summary>Has an object take its state back by itself.</summary>
static class OwnFilling
{
    /// <summary>Calls its <c>Restore</c>.</summary>
    public static object Fill(object target, Dictionary<string, object?> saved, TypePlan plan, StateNotes notes)
    {
        UserCode.Try(() => plan.OwnState!.GetMethod("Restore")?.Invoke(target, [saved]), plan, "Restore", notes, out _);
        return target;
    }
}
