using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Loading;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using HotReload.Engine.Declarations.Restatements;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Declarations.Fields;

/// <summary>
/// Fields and constants that were taken out of the text while the program runs. No runtime takes a field from a type that it has, and to code that
/// does not say its name it is all the same. So the edit analysis sees them declared as they were, without a value, until the program is started again.
/// </summary>
internal static class HeldFields
{
    /// <summary>A solution with the names that the program has for fields; the same where none was renamed.</summary>
    /// <param name="before">What the program runs, as the analysis has seen it.</param>
    /// <param name="formerText">The same as the user wrote it.</param>
    /// <param name="wanted">What it is to run.</param>
    /// <param name="text">The same as he wrote it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>It, and why the program must be started anew instead: it has another field by a name.</returns>
    public static async Task<(Solution Laid, ReloadDiagnostic? Clash)> NameAsync(Solution before, Solution formerText, Solution wanted, Solution text, CancellationToken cancellationToken)
    {
        var writes = new HashSet<(DocumentId Document, TextChange Change)>();
        var fields = new List<(RenamedField Field, int Places)>();
        foreach (var (old, now) in SolutionChange.Find(before, wanted).Edited(before, wanted))
        {
            if (await RenamedField.FindClashAsync(old, now, formerText.GetDocument(now.Id), text.GetDocument(now.Id), cancellationToken) is { } clash)
            {
                return (wanted, clash.ToWarning(UnseenEdits.Code, UnseenEdits.Describe(clash, "the program has another field by that name, which is called otherwise now"), now.Project));
            }

            foreach (var field in await RenamedField.FindAsync(old, now, formerText.GetDocument(now.Id), text.GetDocument(now.Id), cancellationToken))
            {
                if (await field.WriteAsync(cancellationToken) is not { } written)
                {
                    return (wanted, null);
                }

                writes.UnionWith(written);
                fields.Add((field, written.Count - 1));
            }
        }

        var laid = await TextWrites.ApplyAsync(wanted, writes, cancellationToken);
        foreach (var (field, places) in fields)
        {
            if (!await field.IsSaidInAsync(laid, places, cancellationToken))
            {
                return (wanted, null);
            }
        }

        return (laid, null);
    }

    /// <summary>A solution as the analysis is to see it; the same where nothing was taken out, or what can't be held.</summary>
    /// <param name="before">What the program runs, as the analysis has seen it.</param>
    /// <param name="wanted">What it is to run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Solution> LayAsync(Solution before, Solution wanted, CancellationToken cancellationToken)
    {
        var writes = new List<(DocumentId, TextChange)>();
        var fields = new List<GoneField>();
        foreach (var (old, now) in SolutionChange.Find(before, wanted).Edited(before, wanted))
        {
            var gone = await GoneField.FindAsync(old, now, cancellationToken);
            foreach (var type in gone.GroupBy(field => field.Type.OpenBraceToken.Span.End))
            {
                var written = await Task.WhenAll(type.Select(field => field.WriteAsync(old, cancellationToken)));
                fields.AddRange(type);
                writes.Add((now.Id, new(new(type.Key, 0), string.Concat(written))));
            }
        }

        var laid = await TextWrites.ApplyAsync(wanted, writes, cancellationToken);
        return fields.Count == 0 || await AreSaidAsync(laid, SolutionChange.Find(wanted, laid), fields, cancellationToken) ? wanted : laid;
    }

    /// <summary>
    /// Whether some code still says one of them: an error in the text, or another member by its name that it would hide.
    /// </summary>
    static async Task<bool> AreSaidAsync(Solution laid, SolutionChange change, IReadOnlyList<GoneField> fields, CancellationToken cancellationToken)
    {
        var names = fields.Select(field => field.Name).ToImmutableHashSet(StringComparer.Ordinal);
        var declared = change.Documents.Select(id => laid.GetDocument(id)?.FilePath).ToHashSet();
        foreach (var document in fields.All(field => field.IsPrivate) ? await OfTypesAsync(laid, change, cancellationToken) : await ReaderDocuments.OfAsync(laid, change.Projects, cancellationToken))
        {
            var places = await NameMentions.FindAllAsync(document, names, cancellationToken);
            if (places.Any(place => place.Parent is SimpleNameSyntax) && await document.GetSemanticModelAsync(cancellationToken) is { } model
                && places.Select(place => place.Parent).OfType<SimpleNameSyntax>().Any(name => IsHeld(model.GetSymbolInfo(name, cancellationToken))))
            {
                return true;
            }
        }

        return false;

        bool IsHeld(SymbolInfo said) => said.CandidateSymbols.Append(said.Symbol).OfType<IFieldSymbol>().Any(field =>
            names.Contains(field.Name) && field.DeclaringSyntaxReferences.Any(reference => declared.Contains(reference.SyntaxTree.FilePath) && IsLaid(reference.GetSyntax(cancellationToken))));
    }

    /// <summary>The files that their types are declared in.</summary>
    static async Task<IReadOnlyList<Document>> OfTypesAsync(Solution laid, SolutionChange change, CancellationToken cancellationToken)
    {
        var trees = new HashSet<SyntaxTree>();
        foreach (var document in change.Documents.Select(laid.GetDocument).OfType<Document>())
        {
            var model = await document.GetSemanticModelAsync(cancellationToken);
            var held = MemberListing.Of(await document.GetSyntaxRootAsync(cancellationToken)).All.Where(member => member.Node is FieldDeclarationSyntax && IsLaid(member.Node));
            var types = held.Select(member => member.Node.Parent).OfType<TypeDeclarationSyntax>().Distinct();
            trees.UnionWith(types.SelectMany(type => model?.GetDeclaredSymbol(type, cancellationToken)?.DeclaringSyntaxReferences ?? []).Select(part => part.SyntaxTree));
        }

        return [.. trees.Select(laid.GetDocument).OfType<Document>()];
    }

    /// <summary>Whether something is said of a declaration that is there for the analysis only: that it has no value any more.</summary>
    public static bool IsAbout(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.GetRoot().FindNode(diagnostic.Location.SourceSpan) is { } node && IsLaid(node);

    /// <summary>Whether it is one that was written into its type, at its beginning.</summary>
    static bool IsLaid(SyntaxNode variable) => variable.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } field && HeldText.Has(field);

    /// <summary>What is to be said of those that an edit has taken out.</summary>
    /// <param name="before">What the program runs, as the user wrote it.</param>
    /// <param name="wanted">What it is to run, as he wrote it.</param>
    /// <param name="laid">The same as the analysis saw it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IEnumerable<ReloadDiagnostic>> FindNotesAsync(Solution before, Solution wanted, Solution laid, CancellationToken cancellationToken)
    {
        var notes = new List<ReloadDiagnostic>();
        foreach (var (old, now) in SolutionChange.Find(before, wanted).Edited(before, wanted))
        {
            var former = MemberListing.Of(await old.GetSyntaxRootAsync(cancellationToken)).ByName;
            var kept = MemberListing.Of(await laid.GetDocument(now.Id)!.GetSyntaxRootAsync(cancellationToken));
            var gone = await GoneField.FindAsync(old, now, cancellationToken);
            notes.AddRange(gone.Where(field => kept.ByName[MemberListing.KeyOf(field.Member)].Any()).Select(field => Describe(field.Member, field.Type, "No code has {0} any more; reflection shows it", now)));
            notes.AddRange(kept.All.Where(member => member.Node is FieldDeclarationSyntax && RenamedField.IsKept(member))
                .Where(member => former[MemberListing.KeyOf(member)].Any())
                .Select(member => Describe(member, member.Node, $"{{0}} is called {RenamedField.CurrentName(member)} now; reflection shows its former name", now)));
        }

        return notes;
    }

    static ReloadDiagnostic Describe(DeclaredMember field, SyntaxNode place, string what, Document document) => new(
        Restatement.Code, DiagnosticSeverity.Information,
        $"{what.Replace("{0}", field.Name, StringComparison.Ordinal)} until the program is started again.",
        document.FilePath, Places.ToRange(place), document.Project.Name);
}
