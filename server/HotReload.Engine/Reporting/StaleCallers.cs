using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Reporting;

/// <summary>
/// Finds code that was not edited and yet means something else: a call of a method whose return type has changed, or which a new
/// overload now fits better, or a name that an edited using directive brings from elsewhere. A delta holds only what was edited, so
/// the program would go on with the old meaning, or with a method that is no longer there.
/// </summary>
/// <remarks>
/// Only members that the name stands for are looked at, in files that hold the name: to bind a whole project would take longer than
/// the edit. What is called without its name (an operator, an indexer, a conversion) is not found, nor what a global using directive
/// brings to other files.
/// </remarks>
internal static class StaleCallers
{
    /// <summary>The code of what is found.</summary>
    public const string Code = "HR1004";

    static readonly SymbolDisplayFormat s_signature = SymbolDisplayFormat.CSharpErrorMessageFormat
        .AddMemberOptions(
            SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeRef)
        // An annotation for the compiler's null analysis makes no other program.
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The places, each as the reason of a restart; empty where all code that was not edited still means the same.</summary>
    public static async Task<ImmutableArray<ReloadDiagnostic>> FindAsync(
        Solution before, Solution after, SolutionChange change, CancellationToken cancellationToken)
    {
        var names = await FindNamesAsync(before, after, change, cancellationToken);
        var found = ImmutableArray.CreateBuilder<ReloadDiagnostic>();
        var graph = after.GetProjectDependencyGraph();
        var projects = change.Projects.SelectMany(id => graph.GetProjectsThatTransitivelyDependOnThisProject(id).Append(id)).Distinct();
        foreach (var document in projects.SelectMany(id => after.GetProject(id)?.Documents ?? []))
        {
            if (before.GetDocument(document.Id) is not { } old)
            {
                continue;
            }

            if (change.Documents.Contains(document.Id) && await UsingsDifferAsync(old, document, cancellationToken))
            {
                found.AddRange(await FindAsync(old, document, _ => true, cancellationToken));
            }
            else if (!names.IsEmpty && document.TryGetText(out var text) && Mentions(text.ToString(), names))
            {
                found.AddRange(await FindAsync(old, document, names.Contains, cancellationToken));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The names of members that came, went, or are declared otherwise. Bodies do not count.</summary>
    static async Task<ImmutableHashSet<string>> FindNamesAsync(
        Solution before, Solution after, SolutionChange change, CancellationToken cancellationToken)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var id in change.Documents)
        {
            var old = await ListAsync(before.GetDocument(id), cancellationToken);
            var now = await ListAsync(after.GetDocument(id), cancellationToken);
            names.UnionWith(Differing(old, now).Concat(Differing(now, old)).Select(SimpleName));
        }

        return names.ToImmutable();
    }

    static IEnumerable<DeclaredMember> Differing(ILookup<string, DeclaredMember> members, ILookup<string, DeclaredMember> others) =>
        from member in members.SelectMany(each => each)
        where member.Node is not BaseTypeDeclarationSyntax
            && !others[member.Name].Any(other => SyntaxFactory.AreEquivalent(other.Node, member.Node, topLevel: true))
        select member;

    static string SimpleName(DeclaredMember member)
    {
        var name = member.Name.AsSpan();
        var end = name.IndexOf('(');
        name = end < 0 ? name : name[..end];
        var own = name[(name.LastIndexOf('.') + 1)..];
        var arity = own.IndexOf('<');
        return (arity < 0 ? own : own[..arity]).ToString();
    }

    static async Task<bool> UsingsDifferAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var old = await UsingsAsync(before);
        return !old.SequenceEqual(await UsingsAsync(after));

        async Task<IEnumerable<string>> UsingsAsync(Document document) =>
            (await document.GetSyntaxRootAsync(cancellationToken))!
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>().Select(directive => directive.ToString());
    }

    static bool Mentions(string text, ImmutableHashSet<string> names) => names.Any(name => text.Contains(name, StringComparison.Ordinal));

    static async Task<List<ReloadDiagnostic>> FindAsync(
        Document before, Document after, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        var old = await ListAsync(before, cancellationToken);
        var now = await ListAsync(after, cancellationToken);
        var oldModel = (await before.GetSemanticModelAsync(cancellationToken))!;
        var newModel = (await after.GetSemanticModelAsync(cancellationToken))!;
        var found = new List<ReloadDiagnostic>();
        foreach (var member in now.SelectMany(group => group).Where(member => member.Node is not TypeDeclarationSyntax))
        {
            if (old[member.Name].FirstOrDefault(other => other.Node.IsEquivalentTo(member.Node, topLevel: false)) is not { } twin)
            {
                continue;
            }

            var differing = Uses(twin.Node, isWanted).Zip(Uses(member.Node, isWanted)).FirstOrDefault(pair =>
                Meaning(oldModel, pair.First, cancellationToken) != Meaning(newModel, pair.Second, cancellationToken));
            if (differing.Second is { } place)
            {
                found.Add(new(
                    Code, DiagnosticSeverity.Warning,
                    $"{member.Name} was not edited, but '{place}' now means something else in it.",
                    after.FilePath, Places.ToRange(place), after.Project.Name));
            }
        }

        return found;
    }

    static IEnumerable<SimpleNameSyntax> Uses(SyntaxNode member, Func<string, bool> isWanted) =>
        member.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => isWanted(name.Identifier.ValueText));

    static string? Meaning(SemanticModel model, SimpleNameSyntax name, CancellationToken cancellationToken)
    {
        // The name of a new object's type stands for the constructor, too.
        SyntaxNode node = name.Parent is ObjectCreationExpressionSyntax creation ? creation : name;
        var symbol = model.GetSymbolInfo(node, cancellationToken).Symbol;
        symbol = (symbol as IMethodSymbol)?.ReducedFrom ?? symbol;
        return symbol is null ? null : $"{symbol.Kind} {symbol.ToDisplayString(s_signature)}";
    }

    static async Task<ILookup<string, DeclaredMember>> ListAsync(Document? document, CancellationToken cancellationToken) =>
        MemberListing.List(document is null ? null : await document.GetSyntaxRootAsync(cancellationToken)).ToLookup(member => member.Name);
}
