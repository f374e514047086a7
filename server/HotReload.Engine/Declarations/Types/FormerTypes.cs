using System.Collections.Concurrent;
using HotReload.Core.Reload;
using HotReload.Engine.Declarations.Restatements;
using HotReload.Engine.Loading;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations.Types;

/// <summary>
/// Types that the program has and its text has not any more. No runtime unloads them, and no code says them: the analysis is told that they never
/// were. When one comes again, it is told what the program has of it.
/// </summary>
internal sealed class FormerTypes
{
    /// <summary>Files with nothing but such a type and what it stands in. What was taken down for an edit that never came has no effect.</summary>
    readonly ConcurrentDictionary<(ProjectId Project, string Type), SourceText> _files = [];

    /// <summary>Takes the types that are gone out of a restatement's text, and puts in those that have come again.</summary>
    /// <param name="found">What is restated besides.</param>
    /// <param name="before">What the program runs.</param>
    /// <param name="after">What it is to run.</param>
    /// <param name="changes">Where the two differ.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Restatement> AddAsync(Restatement found, Solution before, Solution after, SolutionChange changes, CancellationToken cancellationToken)
    {
        foreach (var id in changes.Documents)
        {
            var (old, now) = (before.GetDocument(id), after.GetDocument(id));
            var former = MemberListing.Of(await RootAsync(old, cancellationToken));
            var current = MemberListing.Of(await RootAsync(now, cancellationToken));
            found = await WithoutAsync(found, old, OnlyIn(former, current), after, cancellationToken);
            found = await WithAsync(found, now, OnlyIn(current, former), before, cancellationToken);
        }

        return found;
    }

    async Task<Restatement> WithoutAsync(Restatement found, Document? document, List<DeclaredMember> types, Solution after, CancellationToken cancellationToken)
    {
        if (types.Count == 0 || document is null || await document.GetSemanticModelAsync(cancellationToken) is not { } model
            || after.GetProject(document.Project.Id) is not { } project || await project.GetCompilationAsync(cancellationToken) is not { } compilation)
        {
            return found;
        }

        var root = await found.Before.GetDocument(document.Id)!.GetSyntaxRootAsync(cancellationToken);
        var listing = MemberListing.Of(root);
        var gone = new List<DeclaredMember>();
        foreach (var type in types)
        {
            if (model.GetDeclaredSymbol(type.Node, cancellationToken) is INamedTypeSymbol symbol && UnscannedTypes.Has(symbol) && SymbolIds.Find(SymbolIds.Of(symbol), compilation) is null
                && FileOf(type.Node) is { } file && listing.ByName[MemberListing.KeyOf(type)].ToList() is [var member])
            {
                _files[(project.Id, SymbolIds.Of(symbol))] = file;
                gone.Add(member);
            }
        }

        var text = root!.GetText().WithChanges(gone.Select(type => new TextChange(type.Node.Span, LineBreaksOf(type.Node))));
        return gone.Count == 0 || !IsWhole(text, root) ? found : found with
        {
            TakesTypes = true,
            Before = found.Before.WithDocumentText(document.Id, text),
            Notes = [.. found.Notes, .. gone.Select(type => Describe(type, document))],
        };
    }

    async Task<Restatement> WithAsync(Restatement found, Document? document, List<DeclaredMember> types, Solution before, CancellationToken cancellationToken)
    {
        if (_files.IsEmpty || types.Count == 0 || document is null || await document.GetSemanticModelAsync(cancellationToken) is not { } model
            || before.GetProject(document.Project.Id) is not { } project || await project.GetCompilationAsync(cancellationToken) is not { } compilation)
        {
            return found;
        }

        foreach (var type in types)
        {
            if (model.GetDeclaredSymbol(type.Node, cancellationToken) is INamedTypeSymbol symbol && _files.TryGetValue((project.Id, SymbolIds.Of(symbol)), out var file)
                && SymbolIds.Find(SymbolIds.Of(symbol), compilation) is null)
            {
                found = found with { IsNeeded = true, Before = WithFile(found.Before, document.Id, file) };
            }
        }

        return found;
    }

    /// <summary>In the file that comes back with it, if one does.</summary>
    static Solution WithFile(Solution solution, DocumentId id, SourceText file) =>
        solution.GetDocument(id)?.TryGetText(out var text) == true && text.Length == 0
            ? solution.WithDocumentText(id, file)
            : TextPinning.Add(solution, DocumentId.CreateNewId(id.ProjectId), "HotReloadFormer.cs", file);

    static async Task<SyntaxNode?> RootAsync(Document? document, CancellationToken cancellationToken) => document is null ? null : await document.GetSyntaxRootAsync(cancellationToken);

    /// <summary>The types that only one version of a file has; what is declared within them is not named.</summary>
    static List<DeclaredMember> OnlyIn(MemberListing own, MemberListing other)
    {
        var types = own.All.Where(member => member.Node is BaseTypeDeclarationSyntax { Identifier.Text: not "" } or DelegateDeclarationSyntax && !other.ByName[MemberListing.KeyOf(member)].Any()).ToList();
        return types.FindAll(type => !types.Exists(outer => outer.Node == type.Node.Parent));
    }

    /// <summary>Null where it can't stand alone, as directives are across it.</summary>
    static SourceText? FileOf(SyntaxNode type)
    {
        var root = type.SyntaxTree.GetRoot();
        var others = type.AncestorsAndSelf().SelectMany(node => node.Parent?.ChildNodes().OfType<MemberDeclarationSyntax>().Where(member => member != node) ?? []);
        var file = root.RemoveNodes(others, SyntaxRemoveOptions.KeepNoTrivia)?.GetText(root.GetText().Encoding);
        return file is not null && IsWhole(file, type) ? file : null;
    }

    static bool IsWhole(SourceText text, SyntaxNode origin) => !CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)origin.SyntaxTree.Options).GetRoot().ContainsDiagnostics;

    /// <summary>The code below stays on its lines.</summary>
    static string LineBreaksOf(SyntaxNode type) => new('\n', type.ToString().Count(each => each == '\n'));

    static ReloadDiagnostic Describe(DeclaredMember type, Document document) => new(
        Restatement.Code, HotReload.Core.Reload.DiagnosticSeverity.Information,
        $"No code has {type.Name} any more; the program keeps what it has made of it, and reflection finds it, until it is started again.",
        document.FilePath, Places.ToRange(type.Node), document.Project.Name);
}
