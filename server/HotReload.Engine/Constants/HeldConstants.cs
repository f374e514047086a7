using HotReload.Core.Reload;
using HotReload.Engine.Reporting;
using HotReload.Engine.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Constants;

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
        var edited = await EditedConstant.FindAsync(before, wanted, cancellationToken);
        if (edited.Count == 0
            || await compilation.RunAsync(wanted, edited.Select(constant => constant.Document.Project.Id).Distinct(), cancellationToken) is not null
            || await new ConstantUses(wanted).WriteAsync(edited, cancellationToken) is not { } uses)
        {
            return wanted;
        }

        var declarations = edited.ToLookup(constant => constant.Document.Id, constant => new TextChange(constant.Value.Span, constant.FormerValue.ToString()));
        var laid = wanted;
        foreach (var id in uses.Keys.Union(declarations.Select(group => group.Key)))
        {
            var changes = uses.GetValueOrDefault(id, []).Concat(declarations[id]).OrderBy(change => change.Span.Start);
            laid = laid.WithDocumentText(id, (await wanted.GetDocument(id)!.GetTextAsync(cancellationToken)).WithChanges(changes));
        }

        return laid;
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
                notes.Add(ToDiagnostic(constant));
            }
        }

        return notes;
    }

    static ReloadDiagnostic ToDiagnostic(EditedConstant constant) => new(
        Code, DiagnosticSeverity.Information,
        $"All code has the new value of {constant.Variable.Identifier.Text}; reflection shows the former one until the program is started again.",
        constant.Document.FilePath, Places.ToRange(constant.Variable), constant.Document.Project.Name);
}
