using HotReload.Core.Reload;
using HotReload.Engine.Loading;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using HotReload.Engine.Session;
using Microsoft.CodeAnalysis;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Declarations.Constants;

/// <summary>
/// Constants that were edited while the program runs. Their declarations can't be changed in it, and mean nothing to its code: the compiler has put
/// the value wherever the name is said. So the edit analysis sees the declarations as they were, and the new value in each such place.
/// </summary>
/// <param name="compilation">Compiles what they are looked for in.</param>
internal sealed class HeldConstants(BoundedCompilation compilation)
{
    /// <summary>The code of what is said of one.</summary>
    public const string Code = "HR1017";

    /// <summary>A solution as the analysis is to see it; the same where no constant was edited, or one that is said where its value can't be.</summary>
    /// <param name="before">What the program runs, as the analysis has seen it.</param>
    /// <param name="wanted">What it is to run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Solution> LayAsync(Solution before, Solution wanted, CancellationToken cancellationToken)
    {
        var changed = SolutionChange.Find(before, wanted);
        if (await compilation.RunAsync(wanted, EditedConstant.DeclaringProjectsOf(changed, wanted), cancellationToken) is not null)
        {
            return wanted;
        }

        var edited = await EditedConstant.FindAsync(changed, wanted, cancellationToken);
        if (edited.Count == 0
            || await compilation.RunAsync(wanted, edited.Select(constant => constant.Document.Project.Id).Distinct(), cancellationToken) is not null
            || await new ConstantUses(wanted).WriteAsync(edited, cancellationToken) is not { } uses)
        {
            return wanted;
        }

        var writes = uses.ToHashSet();
        foreach (var constant in edited)
        {
            if (await SourcePlace.FindAsync(constant.Document, constant.Value, cancellationToken) is not { } source
                || source.Write(constant.FormerValue) is not { } former)
            {
                return wanted;
            }

            writes.Add((source.Document.Id, former));
        }

        var laid = await TextWrites.ApplyAsync(wanted, writes, cancellationToken);
        var change = SolutionChange.Find(wanted, laid);
        return await IsWellWrittenAsync(change, laid, cancellationToken) && await IsGeneratedWellAsync(change, wanted, laid, cancellationToken) ? laid : wanted;
    }

    /// <summary>Whether it is C# of the version that is wanted: an older one has no quotes in some interpolated strings.</summary>
    static async Task<bool> IsWellWrittenAsync(SolutionChange change, Solution laid, CancellationToken cancellationToken)
    {
        var trees = await Task.WhenAll(change.Documents.Select(laid.GetDocument).OfType<Document>().Select(document => document.GetSyntaxTreeAsync(cancellationToken)));
        return !trees.Any(tree => tree?.GetDiagnostics(cancellationToken).Any(IsError) == true);
    }

    static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error;

    /// <summary>
    /// Whether generators make the same of it: a view is read as it is to be, whose text is not C# alone, and nothing else differs. What does is
    /// made of a constant's value, or of where code stands.
    /// </summary>
    static async Task<bool> IsGeneratedWellAsync(SolutionChange change, Solution wanted, Solution laid, CancellationToken cancellationToken)
    {
        var views = EditedConstant.ViewsIn(change, laid).Select(view => view.FilePath!).ToList();
        foreach (var project in change.Projects)
        {
            foreach (var generated in await GeneratedChange.FindAsync(wanted.GetProject(project), laid.GetProject(project), cancellationToken))
            {
                if (generated is not { Before: not null, After: { } document } || await document.GetSemanticModelAsync(cancellationToken) is not { } model
                    || !views.Exists((await document.GetTextAsync(cancellationToken)).ToString().Contains)
                    || model.GetDiagnostics(cancellationToken: cancellationToken).Any(IsError))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>What is to be said of those that an edit has changed.</summary>
    /// <param name="before">What the program runs, as the user wrote it.</param>
    /// <param name="wanted">What it is to run, as he wrote it.</param>
    /// <param name="laid">The same as the analysis saw it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IEnumerable<ReloadDiagnostic>> FindNotesAsync(Solution before, Solution wanted, Solution laid, CancellationToken cancellationToken)
    {
        var notes = new List<ReloadDiagnostic>();
        var held = await EditedConstant.FindAsync(laid, wanted, cancellationToken);
        foreach (var constant in held.Count == 0 ? [] : await EditedConstant.FindAsync(before, wanted, cancellationToken))
        {
            if (held.Any(other => other.Variable == constant.Variable) && !await constant.IsSameAsync(cancellationToken))
            {
                notes.Add(await DescribeAsync(constant, cancellationToken));
            }
        }

        return notes;
    }

    static async Task<ReloadDiagnostic> DescribeAsync(EditedConstant constant, CancellationToken cancellationToken)
    {
        var place = await SourcePlace.FindAsync(constant.Document, constant.Value, cancellationToken);
        return new(
            Code, DiagnosticSeverity.Information,
            $"All code has the new value of {constant.Variable.Identifier.Text}; reflection shows the former one until the program is started again.",
            place?.Document.FilePath, place is null ? default : Places.ToRange(place.Text.Lines.GetLinePositionSpan(place.Span)), constant.Document.Project.Name);
    }
}
