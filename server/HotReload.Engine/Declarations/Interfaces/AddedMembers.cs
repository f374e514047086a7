using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Loading;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using HotReload.Engine.Declarations.Restatements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Declarations.Interfaces;

/// <summary>
/// Methods and properties that came to interfaces while the program runs. No runtime gives an interface that it has another one, as it has laid out the
/// classes by those that there were. So the edit analysis sees the interface without it, and an extension instead, which calls that of the class.
/// </summary>
internal static class AddedMembers
{
    /// <summary>A solution as the analysis is to see it; the same where no interface got a member, or one that can't be called so.</summary>
    /// <param name="before">What the program runs, as the analysis has seen it.</param>
    /// <param name="wanted">What it is to run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Solution> LayAsync(Solution before, Solution wanted, CancellationToken cancellationToken)
    {
        var added = await AddedMember.FindAsync(before, wanted, cancellationToken);
        foreach (var method in added)
        {
            if (!await method.CanBeCalledAsync(wanted, cancellationToken))
            {
                return wanted;
            }
        }

        var writes = new List<(DocumentId, TextChange)>();
        foreach (var member in added)
        {
            writes.Add((member.Document.Id, new(member.Member.Node.Span, LineBreaksOf(member))));
            if (await member.WriteCallsAsync(wanted, cancellationToken) is not { } calls)
            {
                return wanted;
            }

            writes.AddRange(calls);
        }

        var laid = await TextWrites.ApplyAsync(CallingMember.Carry(before, wanted), writes, cancellationToken);
        laid = added.Aggregate(laid, CallingMember.Add);
        foreach (var method in added)
        {
            if (!await method.IsCalledAlikeAsync(wanted, laid, cancellationToken))
            {
                return wanted;
            }
        }

        return laid;
    }

    /// <summary>What is to be said of those that an edit has brought.</summary>
    /// <param name="before">What the program runs, as the user wrote it.</param>
    /// <param name="wanted">What it is to run, as he wrote it.</param>
    /// <param name="laid">The same as the analysis saw it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IEnumerable<ReloadDiagnostic>> FindNotesAsync(Solution before, Solution wanted, Solution laid, CancellationToken cancellationToken)
    {
        var added = await AddedMember.FindAsync(before, wanted, cancellationToken);
        return added.Where(method => CallingMember.Has(laid, method)).Select(method => new ReloadDiagnostic(
            Restatement.Code, DiagnosticSeverity.Information,
            $"All code can call {method.Member.Name}; reflection does not find it in the interface until the program is started again.",
            method.Document.FilePath, Places.ToRange(method.Member.Node), method.Document.Project.Name));
    }

    /// <summary>The code below stays on its lines.</summary>
    static string LineBreaksOf(AddedMember method) => new('\n', method.Member.Node.ToString().Count(each => each == '\n'));
}
