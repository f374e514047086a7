using HotReload.Core.Ports;
using HotReload.Engine.Overlay;
using HotReload.Engine.Declarations.Restatements;
using HotReload.Engine.Declarations.Types;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>
/// Puts an edit to the analysis in the form of which it can make most, and where nothing comes of that, as the user wrote it: what it says then is
/// about his text.
/// </summary>
/// <param name="analysis">The analysis.</param>
internal sealed class EditForms(EditAnalysis analysis)
{
    readonly FormerTypes _types = new();
    readonly ReturnedFiles _files = new();

    /// <summary>Judges an edit. Cancelled, it leaves everything as it was.</summary>
    /// <param name="before">What the program runs, as the analysis saw it.</param>
    /// <param name="laid">What it is to run, with the declarations that the program keeps.</param>
    /// <param name="written">The same without them.</param>
    /// <param name="haste">Whether a comparison may take its time.</param>
    /// <param name="cancellationToken">See above.</param>
    public async Task<AnalyzedEdit> JudgeAsync(Solution before, Solution laid, Solution written, Haste haste, CancellationToken cancellationToken)
    {
        var edit = await JudgeAsync(before, laid, haste, cancellationToken);
        return Came(edit) || laid == written ? edit : await JudgeAsync(before, written, haste, cancellationToken);
    }

    async Task<AnalyzedEdit> JudgeAsync(Solution before, Solution solution, Haste haste, CancellationToken cancellationToken)
    {
        var changes = SolutionChange.Find(before, solution);
        if (await Restatement.FindAsync(before, solution, changes, _types, _files, cancellationToken) is { } restatement
            && await analysis.RunAsync(before, restatement, solution, changes, haste, cancellationToken) is var edit
            && (restatement.IsNeeded || edit.Verdict != CompileVerdict.RestartRequired))
        {
            return Came(edit) ? edit with { Diagnostics = [.. edit.Diagnostics, .. restatement.Notes] } : edit;
        }

        return await analysis.RunAsync(before, null, solution, changes, haste, cancellationToken);
    }

    static bool Came(AnalyzedEdit edit) => edit.Verdict is CompileVerdict.Ready or CompileVerdict.NoChange;
}
