using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Declarations.Restatements;
using HotReload.Engine.Reporting;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Declarations.Interfaces;

/// <summary>
/// Members that were taken from interfaces while the program runs, as they are where one gets another parameter. No runtime takes one from an interface that it
/// has, nor its own from a class that was loaded with it. So the edit analysis sees them where they were; nobody calls them any more.
/// </summary>
internal static class GoneMembers
{
    /// <summary>A solution as the analysis is to see it; the same where nothing is gone, or what can't be left.</summary>
    /// <param name="before">What the program runs, as the analysis has seen it.</param>
    /// <param name="wanted">What it is to run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Solution> LayAsync(Solution before, Solution wanted, CancellationToken cancellationToken)
    {
        var gone = await GoneMember.FindAsync(before, wanted, cancellationToken);
        if (gone.Count == 0)
        {
            return wanted;
        }

        var writes = new HashSet<(DocumentId Document, TextChange Change)>();
        var homes = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var member in gone)
        {
            foreach (var own in await member.FindAllAsync(cancellationToken))
            {
                if (await member.WriteAsync(own, wanted, cancellationToken) is not { } written)
                {
                    return wanted;
                }

                writes.UnionWith(written);
                homes.Add(SymbolIds.OfType(own.ContainingType));
            }
        }

        var calls = new OmittedArguments(homes.ToImmutable());
        var names = gone.Select(member => member.Symbol.Name).ToImmutableHashSet(StringComparer.Ordinal);
        var readers = await ReaderDocuments.OfAsync(wanted, gone.Select(member => member.Former.Project.Id), cancellationToken);
        foreach (var document in readers)
        {
            if (await calls.WriteAsync(document, names, cancellationToken) is not { } written)
            {
                return wanted;
            }

            writes.UnionWith(written.Select(change => (document.Id, change)));
        }

        var laid = await TextWrites.ApplyAsync(wanted, writes, cancellationToken);
        foreach (var document in readers)
        {
            var other = document is SourceGeneratedDocument
                ? await laid.GetProject(document.Project.Id)!.GetSourceGeneratedDocumentAsync(document.Id, cancellationToken)
                : laid.GetDocument(document.Id);
            if (other is null || !(await SaidAsync(document, names, cancellationToken)).SequenceEqual(await SaidAsync(other, names, cancellationToken)))
            {
                return wanted;
            }
        }

        return laid;
    }

    /// <summary>What is to be said of those that an edit has taken out.</summary>
    /// <param name="before">What the program runs, as the user wrote it.</param>
    /// <param name="wanted">What it is to run, as he wrote it.</param>
    /// <param name="laid">The same as the analysis saw it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IEnumerable<ReloadDiagnostic>> FindNotesAsync(Solution before, Solution wanted, Solution laid, CancellationToken cancellationToken)
    {
        var notes = new List<ReloadDiagnostic>();
        foreach (var member in await GoneMember.FindAsync(before, wanted, cancellationToken))
        {
            var kept = MemberListing.Of(await laid.GetDocument(member.Former.Id)!.GetSyntaxRootAsync(cancellationToken)).ByName[MemberListing.KeyOf(member.Member)].FirstOrDefault();
            if (kept is not null)
            {
                notes.Add(new(
                    Restatement.Code, DiagnosticSeverity.Information,
                    $"No code has {member.Member.Name} any more; reflection shows it until the program is started again.",
                    member.Former.FilePath, Places.ToRange(kept.Node), member.Former.Project.Name));
            }
        }

        return notes;
    }

    /// <summary>What code means by some names, in its order.</summary>
    static async Task<IReadOnlyList<string>> SaidAsync(Document document, ImmutableHashSet<string> names, CancellationToken cancellationToken)
    {
        var places = (await NameMentions.FindAllAsync(document, names, cancellationToken)).OrderBy(place => place.SpanStart)
            .Select(place => place.Parent).OfType<SimpleNameSyntax>().Where(name => name.Parent is not NameColonSyntax && !HeldText.Has(name)).ToList();
        return places.Count == 0 || await document.GetSemanticModelAsync(cancellationToken) is not { } model ? [] : places.ConvertAll(place => Describe(model.GetSymbolInfo(place, cancellationToken)));
    }

    static string Describe(SymbolInfo said) => said.Symbol is { } symbol
        ? symbol.GetDocumentationCommentId() ?? symbol.ToDisplayString()
        : $"{said.CandidateReason}";
}
