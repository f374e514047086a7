using System.Collections.Immutable;
using HotReload.Conformance.Cases;
using HotReload.Conformance.Programs;
using HotReload.Conformance.Reporting;
using HotReload.Core.Reload;

namespace HotReload.Conformance.Running;

/// <summary>Decides what a step has come to. Pure: everything that there is to know is given.</summary>
static class Judge
{
    /// <summary>Whether the result itself says that only a restart brings the program to its text.</summary>
    /// <param name="result">The reload's result.</param>
    /// <param name="hot">What the program answers after it.</param>
    /// <param name="cold">What a build does.</param>
    public static bool NeedsRestart(ReloadResult result, string? hot, ColdBuild cold) => result.Outcome switch
    {
        ReloadOutcome.RestartRequired or ReloadOutcome.Failed => true,
        ReloadOutcome.Applied when cold.Loss is not null => hot is not null,
        ReloadOutcome.Applied or ReloadOutcome.NoChange => hot != cold.Output && (NoEffect.Count(result.Diagnostics) > 0 || result.Diagnostics.Any(IsOfReflection)),
        _ => false,
    };

    /// <summary>Whether it says that reflection shows something else until a restart.</summary>
    static bool IsOfReflection(ReloadDiagnostic diagnostic) => diagnostic.Code is "HR1017" or "HR1018";

    /// <summary>The verdict on a step for which its case expects something.</summary>
    public static (StepVerdict Verdict, string? Message) Expect(
        StepExpectation expectation, ReloadOutcome outcome, ImmutableArray<string> codes, string message, string? hot)
    {
        var missing = (expectation.Codes ?? []).Except(codes).ToList();
        return (expectation, missing) switch
        {
            ({ Outcome: { } wanted }, _) when wanted != outcome => Unexpected($"{wanted} was expected. {message}"),
            (_, [_, ..]) => Unexpected($"{string.Join(", ", missing)} was expected. {message}"),
            ({ Output: { } output }, _) when output != hot => Unexpected($"The answer '{output}' was expected."),
            _ => (StepVerdict.Expected, null),
        };
    }

    /// <summary>The verdict on a step by what a build does.</summary>
    /// <param name="outcome">How the reload ended.</param>
    /// <param name="said">What it said.</param>
    /// <param name="restarted">Whether the program was restarted because of it.</param>
    /// <param name="hot">What the program answers at last; null where it ended instead.</param>
    /// <param name="cold">What a build does.</param>
    public static (StepVerdict Verdict, string? Message) Compare(
        ReloadOutcome outcome, string said, bool restarted, string? hot, ColdBuild cold)
    {
        if (cold.Errors is [var error, ..])
        {
            return outcome == ReloadOutcome.Held
                ? (StepVerdict.Held, null)
                : Different($"A build fails: {error.Code} {error.Message} {said}");
        }

        return outcome switch
        {
            ReloadOutcome.Held => Different($"A build succeeds. {said}"),
            ReloadOutcome.Failed => Different(said),
            _ when hot != cold.Output => Different(cold.Loss is null ? said : $"The built program gives no answer: {cold.Loss}"),
            _ => (restarted || outcome == ReloadOutcome.Restarted ? StepVerdict.Restarted : StepVerdict.Same, cold.Loss),
        };
    }

    static (StepVerdict, string?) Different(string message) => (StepVerdict.Different, message);

    static (StepVerdict, string?) Unexpected(string message) => (StepVerdict.Unexpected, message);
}
