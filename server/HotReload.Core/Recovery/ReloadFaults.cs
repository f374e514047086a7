using HotReload.Core.Reload;

namespace HotReload.Core.Recovery;

/// <summary>Which fault the result of a reload tells of.</summary>
public static class ReloadFaults
{
    /// <summary>The fault; null where there is none, or another one does more: a program that ended by itself waits for the next change.</summary>
    public static Fault? Of(ReloadResult result) => result.Outcome switch
    {
        ReloadOutcome.Held => Fault.TextHasErrors,
        ReloadOutcome.RestartRequired => Fault.DeltaRefused,
        ReloadOutcome.Applied when NoEffect.Count(result.Diagnostics) > 0 => Fault.DeltaRefused,
        ReloadOutcome.Failed when result.Processes.Any(process => process is { Succeeded: false, Error: null }) => Fault.ProgramPoisoned,
        _ => null,
    };
}
