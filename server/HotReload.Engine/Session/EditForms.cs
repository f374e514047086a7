using HotReload.Core.Ports;
using HotReload.Engine.Overlay;
using HotReload.Engine.Declarations.Restatements;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>
/// Puts an edit to the analysis in the form of which it can make most, and where nothing comes of that, as the user wrote it: what it says then is
/// about his text.
/// </summary>
internal static class EditForms
{
    /// <summary>Judges an edit. Cancelled, it leaves everything as it was.</summary>
    /// <param name="analysis">By whom.</param>
    /// <param name="before">What the program runs, as the analysis saw it.</param>
    /// <param name="laid">What it is to run, with the declarations that the program keeps.</param>
    /// <param name="written">The same without them.</param>
    /// <param name="haste">Whether a comparison may take its time.</param>
    /// <param name="cancellationToken">See above.</param>
    public static async Task<AnalyzedEdit> JudgeAsync(
        EditAnalysis analysis, Solution before, Solution laid, Solution written, Haste haste, CancellationToken cancellationToken)
    {
        var edit = await JudgeAsync(analysis, before, laid, haste, cancellationToken);
        return Came(edit) || laid == written ? edit : await JudgeAsync(analysis, before, written, haste, cancellationToken);
    }

    static async Task<AnalyzedEdit> JudgeAsync(EditAnalysis analysis, Solution before, Solution solution, Haste haste, CancellationToken cancellationToken)
    {
        var changes = SolutionChange.Find(before, solution);
        if (await Restatement.FindAsync(before, solution, changes, cancellationToken) is { } restatement
            && await analysis.RunAsync(before, restatement, solution, changes, haste, cancellationToken) is { Verdict: not CompileVerdict.RestartRequired } edit)
        {
            return Came(edit) ? edit with { Diagnostics = [.. edit.Diagnostics, .. restatement.Notes] } : edit;
        }

        return await analysis.RunAsync(before, null, solution, changes, haste, cancellationToken);
    }

    static bool Came(AnalyzedEdit edit) => edit.Verdict is CompileVerdict.Ready or CompileVerdict.NoChange;
}
