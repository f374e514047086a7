using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Declarations;
using HotReload.Engine.Declarations.Interfaces;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using HotReload.Engine.State;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>Says of an edit that was judged what it changes, and what its user is to know of that.</summary>
/// <param name="before">What the program runs, as the analysis saw it.</param>
/// <param name="edit">The edit.</param>
/// <param name="changes">What differs between the two.</param>
/// <param name="beforeText">What the program runs, as the user wrote it.</param>
/// <param name="wanted">What it is to run, as he wrote it.</param>
internal sealed class EditReport(Solution before, AnalyzedEdit edit, SolutionChange changes, Solution beforeText, Solution wanted)
{
    /// <summary>Without what nobody wrote.</summary>
    readonly SolutionChange _changes = changes with { Documents = [.. changes.Documents.Where(id => !CallingMember.IsIn(edit.Solution, id))] };

    /// <summary>Makes the report. Not to be left alone: the service may hold a pending change that someone must commit or discard.</summary>
    public async Task<CompiledChange> MakeAsync(SnapshotId snapshot, double textTime, double compileTime, double emitTime)
    {
        // Text with errors parses into other members than its author means.
        var members = edit.Verdict == CompileVerdict.Held ? [] : await MemberDiff.FindAsync(before, edit.Solution, _changes, CancellationToken.None);
        IReadOnlyList<ReloadDiagnostic> kept = edit.Verdict is CompileVerdict.Ready or CompileVerdict.NoChange
            ?
            [
                .. await KeptDeclarations.FindNotesAsync(beforeText, wanted, edit.Solution, CancellationToken.None),
                .. await NullableSwitches.FindAsync(beforeText, wanted, _changes, CancellationToken.None),
            ]
            : [];
        if (edit.Verdict != CompileVerdict.Ready)
        {
            return new(snapshot, edit.Verdict, edit.Deltas, members, [.. edit.Diagnostics, .. kept], StateFinding.Find(edit.Verdict, members, StatePlan.Nothing), textTime, compileTime, emitTime);
        }

        var plan = await StatePlan.FindAsync(edit.Solution, members, CancellationToken.None);
        var statics = await NewStatics.FindAsync(before, edit.Solution, _changes, plan, CancellationToken.None);
        return new(
            snapshot, edit.Verdict, plan.AddTo(edit.Deltas), members, [.. edit.Diagnostics, .. statics, .. plan.Hints, .. kept],
            StateFinding.Find(edit.Verdict, members, plan), textTime, compileTime, emitTime)
        {
            Texts = SolutionChange.Find(beforeText, wanted).Texts(beforeText, wanted),
        };
    }
}
