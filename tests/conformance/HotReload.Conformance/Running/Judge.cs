using HotReload.Conformance.Cases;
using HotReload.Conformance.Programs;
using HotReload.Conformance.Reporting;
using HotReload.Core.Reload;

namespace HotReload.Conformance.Running;

/// <summary>Decides what a step has come to. Pure: everything that there is to know is given.</summary>
static class Judge
{
    /// <summary>The code of a change that is applied and whose effect may need a restart.</summary>
    const string LateEffect = "ENC0118";

    /// <summary>Whether the result itself says that only a restart brings the program to its text.</summary>
    /// <param name="result">The reload's result.</param>
    /// <param name="hot">What the program answers after it.</param>
    /// <param name="cold">What a build does.</param>
    public static bool NeedsRestart(ReloadResult result, string? hot, ColdBuild cold) => result.Outcome switch
    {
        ReloadOutcome.RestartRequired or ReloadOutcome.Failed => true,
        ReloadOutcome.Applied => hot != cold.Output && result.Diagnostics.Any(diagnostic => diagnostic.Code == LateEffect),
        _ => false,
    };

    /// <summary>The verdict on a step for which its case expects something.</summary>
    public static (StepVerdict Verdict, string? Message) Expect(StepExpectation expectation, ReloadResult result, string? hot)
    {
        var codes = result.Diagnostics.Select(diagnostic => diagnostic.Code).ToHashSet(StringComparer.Ordinal);
        var missing = (expectation.Codes ?? []).Where(code => !codes.Contains(code)).ToList();
        return (expectation, missing) switch
        {
            ({ Outcome: { } outcome }, _) when outcome != result.Outcome => Unexpected($"{outcome} was expected. {result.Message}"),
            (_, [_, ..]) => Unexpected($"{string.Join(", ", missing)} was expected. {result.Message}"),
            ({ Output: { } output }, _) when output != hot => Unexpected($"The answer '{output}' was expected."),
            _ => (StepVerdict.Expected, null),
        };
    }

    /// <summary>The verdict on a step by what a build does.</summary>
    /// <param name="result">The reload's result.</param>
    /// <param name="restarted">Whether the program was restarted because of it.</param>
    /// <param name="hot">What the program answers at last.</param>
    /// <param name="cold">What a build does.</param>
    public static (StepVerdict Verdict, string? Message) Compare(ReloadResult result, bool restarted, string? hot, ColdBuild cold)
    {
        if (cold.Errors is [var error, ..])
        {
            return result.Outcome == ReloadOutcome.Held
                ? (StepVerdict.Held, null)
                : Different($"A build fails: {error.Code} {error.Message} {result.Message}");
        }

        return result.Outcome switch
        {
            ReloadOutcome.Held => Different($"A build succeeds. {result.Message}"),
            ReloadOutcome.Failed => Different(result.Message),
            _ when cold.Output is null => Different($"The built program gives no answer: {cold.Loss}"),
            _ when hot != cold.Output => Different(result.Message),
            _ => (restarted || result.Outcome == ReloadOutcome.Restarted ? StepVerdict.Restarted : StepVerdict.Same, null),
        };
    }

    static (StepVerdict, string?) Different(string message) => (StepVerdict.Different, message);

    static (StepVerdict, string?) Unexpected(string message) => (StepVerdict.Unexpected, message);
}
