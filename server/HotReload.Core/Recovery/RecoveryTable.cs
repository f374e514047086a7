using System.Collections.Immutable;

namespace HotReload.Core.Recovery;

/// <summary>What is done about each fault, in this order: the next step is taken when the fault comes again. The last one is always to hold.</summary>
public static class RecoveryTable
{
    static readonly RecoveryStep s_hold = Now(RecoveryAction.Hold);

    /// <summary>The steps for a fault.</summary>
    public static ImmutableArray<RecoveryStep> Of(Fault fault) => fault switch
    {
        Fault.ProgramCrashed =>
            [After(0.5, RecoveryAction.RestartProgram), After(1, RecoveryAction.RestartProgram), After(2, RecoveryAction.RestartProgram), s_hold],
        Fault.ProgramPoisoned => [Now(RecoveryAction.RestartProgram), s_hold],
        Fault.DeltaRefused => [Now(RecoveryAction.NextRung), s_hold],
        Fault.TextHasErrors => [s_hold],
        Fault.ServerLost => [Now(RecoveryAction.RestartEngine), Now(RecoveryAction.RestartProgram), s_hold],
        Fault.StartFailed => [After(1, RecoveryAction.Retry), After(2, RecoveryAction.Retry), s_hold],
        Fault.PageUnsteady => [After(60, RecoveryAction.Retry), s_hold],
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    /// <summary>What is done about a fault now.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="taken">How many steps were taken about it before, with the same text.</param>
    public static RecoveryStep Next(Fault fault, int taken)
    {
        var steps = Of(fault);
        return steps[Math.Min(taken, steps.Length - 1)];
    }

    /// <summary>How long before each step that does something.</summary>
    public static ImmutableArray<TimeSpan> Patience(Fault fault) =>
        [.. Of(fault).Where(step => step.Action != RecoveryAction.Hold).Select(step => step.After)];

    static RecoveryStep Now(RecoveryAction action) => new(action, TimeSpan.Zero);

    static RecoveryStep After(double seconds, RecoveryAction action) => new(action, TimeSpan.FromSeconds(seconds));
}
