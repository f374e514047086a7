using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// Holds a delta against a full compilation of the same text. A delta has only what was edited; code that was not, and yet means
/// something else now (a call that a new overload fits better, an operator, a constructor that must set another field), would stay as it
/// is in the program. So what the compiler makes of each member before and after is compared: what differs must have been edited.
/// </summary>
/// <remarks>
/// Edits within bodies don't reach further and are not compared; so are not most edits. Not thread-safe.
/// </remarks>
internal sealed class ColdComparison
{
    /// <summary>The text that was compiled last and what became of it; the next edit is most often made to that.</summary>
    Known? _known;
    readonly DeltaMethods _methods = new();

    sealed record Known(Solution Solution, ImmutableDictionary<ProjectId, IReadOnlyDictionary<string, MemberDigest>> Digests);

    /// <summary>Compares two solutions.</summary>
    /// <param name="before">What the program runs.</param>
    /// <param name="after">What a delta was made for.</param>
    /// <param name="change">Where the two differ.</param>
    /// <param name="suspects">What <see cref="WrittenEdits.FindSuspectsAsync"/> has found of these.</param>
    /// <param name="deltas">The deltas; null where there is nothing to apply.</param>
    /// <param name="cancellationToken">Leaves everything as it was.</param>
    public async Task<ColdFinding> CompareAsync(
        Solution before, Solution after, SolutionChange change, Suspects suspects, DeltaSet? deltas, CancellationToken cancellationToken)
    {
        var graph = after.GetProjectDependencyGraph();
        var known = _known is { } last && SolutionChange.Find(last.Solution, before).IsEmpty
            ? last.Digests
            : ImmutableDictionary<ProjectId, IReadOnlyDictionary<string, MemberDigest>>.Empty;
        var affected = change.Projects.SelectMany(id => graph.GetProjectsThatTransitivelyDependOnThisProject(id).Append(id));
        var digests = known.RemoveRange(affected);
        var finding = ColdFinding.Nothing;
        foreach (var id in suspects.Projects.Where(id => after.GetProject(id) is { Language: LanguageNames.CSharp } && before.ContainsProject(id)))
        {
            var (found, digest) = await CompareAsync(
                before.GetProject(id)!, after.GetProject(id)!, change, deltas is not null, deltas is null ? _ => false : _methods.MissingOf(deltas.All, after.GetProject(id)!),
                known.GetValueOrDefault(id), cancellationToken);
            finding = finding.With(found);
            digests = digest is null ? digests : digests.SetItem(id, digest);
        }

        _known = new(after, digests);
        return finding;
    }

    static async Task<(ColdFinding Finding, IReadOnlyDictionary<string, MemberDigest>? Digest)> CompareAsync(
        Project before, Project after, SolutionChange change, bool isDelta, Func<string, bool> isMissing,
        IReadOnlyDictionary<string, MemberDigest>? known, CancellationToken cancellationToken)
    {
        var newCompilation = (await after.GetCompilationAsync(cancellationToken))!;
        var oldCompilation = (await before.GetCompilationAsync(cancellationToken))!;
        var emit = Background.RunAsync(() => FullEmit.Run(newCompilation, cancellationToken), cancellationToken);
        var old = known ?? FullEmit.Run(oldCompilation, cancellationToken).Members;
        var (now, errors) = await emit;
        if (now is null)
        {
            var mapped = errors.Select(error => DiagnosticMapping.Map(error, after.Name)).OfType<ReloadDiagnostic>();
            return (ColdFinding.Nothing with { Errors = [.. mapped], Broken = [after.Id] }, null);
        }

        if (old is null)
        {
            // The program runs a text that does not compile any more: what it is made of, nobody can say.
            return (ColdFinding.Nothing, now);
        }

        var edits = await TextEdits.FindAllAsync(before, after, change, cancellationToken);
        var edited = new EditedCode(isDelta ? edits : TextEdits.None, oldCompilation, newCompilation);
        var areLinesNew = CallerLines.AreAskedForAnew(edits);
        var stale = now.Keys.Select(id => FindStale(id, old, now, edited, isMissing, newCompilation, areLinesNew)).OfType<(ISymbol Symbol, bool IsBody)>();
        return (
            new([], [.. UnseenEdits.Find(edits, after, oldCompilation, newCompilation)], [.. stale.Select(member => new StaleMember(member.Symbol, after, member.IsBody))]),
            now);
    }

    /// <summary>What the source calls a member that differs and was not edited; null for all others.</summary>
    static (ISymbol Symbol, bool IsBody)? FindStale(
        string id, IReadOnlyDictionary<string, MemberDigest> old, IReadOnlyDictionary<string, MemberDigest> now, EditedCode edited,
        Func<string, bool> isMissing, Compilation compilation, bool areLinesNew)
    {
        var isNew = !old.TryGetValue(id, out var former);
        if (!isNew && former.Content == now[id].Content)
        {
            return null;
        }

        var symbol = SymbolIds.Find(id, compilation);
        return symbol is null
            || (edited.Covers(id, HasNoDeclaration(symbol)) && (isNew || !isMissing(id) || DeclaredTypes.IsReplaced(symbol.ContainingType)))
            || (!isNew && !areLinesNew && former.WithoutIntegers == now[id].WithoutIntegers && CallerLines.IsTakenBy(symbol, compilation))
            ? null
            : (symbol, !isNew && former.Head == now[id].Head);
    }

    /// <summary>Of its own: a record's positional property stands in the heading of the type.</summary>
    static bool HasNoDeclaration(ISymbol symbol) =>
        symbol.IsImplicitlyDeclared || symbol is IPropertySymbol && symbol.DeclaringSyntaxReferences.Any(place => place.GetSyntax() is ParameterSyntax);
}
