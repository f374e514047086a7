using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.Core.Speculation;

/// <summary>What a reload of text that is not published yet would come to, as the compiler sees it.</summary>
/// <param name="Outcome">The answer.</param>
/// <param name="Errors">How many errors would hold it back; 0 where none would.</param>
/// <param name="Message">The answer as one sentence for people.</param>
public sealed record Forecast(ForecastOutcome Outcome, int Errors, string Message)
{
    /// <summary>What follows from the compiler's answer.</summary>
    public static Forecast Of(CompiledChange change)
    {
        var errors = change.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return change.Verdict switch
        {
            CompileVerdict.Held => new(ForecastOutcome.Errors, errors, ReloadWording.WouldBeHeld(change.Diagnostics)),
            CompileVerdict.RestartRequired => new(ForecastOutcome.NeedsRestart, 0, ReloadWording.RestartRequired(change.Diagnostics)),
            CompileVerdict.NoChange => new(ForecastOutcome.NoEffect, 0, "It changes nothing in the program."),
            _ when NoEffect.Count(change.Diagnostics) > 0 => new(ForecastOutcome.NoEffect, 0, "Some of it would have no effect before a restart."),
            _ => new(ForecastOutcome.WillApply, 0, $"{ReloadWording.Members(change.Members)} would be applied."),
        };
    }
}
