using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// The code that calls what an edit takes away, and was not edited itself. A comparison of full compilations finds it as well, but takes as
/// long as a build does, and a program that had the delta meanwhile would fail at each such call. So this looks at those places only that say the name.
/// </summary>
/// <param name="Members">The methods that call it, as they are after the edit.</param>
/// <param name="AreAll">
/// Whether no other code can call it: none that does so without its name (operators, indexers, patterns), or from where there is no body to compile
/// anew (an initializer).
/// </param>
internal sealed record FormerCallers(IReadOnlyList<StaleMember> Members, bool AreAll)
{
    public bool AreNone => AreAll && Members.Count == 0;

    /// <summary>Why the program is started anew for the edit, where they can't be compiled with it.</summary>
    public ImmutableArray<ReloadDiagnostic> Reasons => [.. Members.Select(member => member.ToDiagnostic()).Distinct()];

    /// <summary>With others that must be compiled with the edit as well.</summary>
    public FormerCallers With(IReadOnlyList<StaleMember> members) => members.Count == 0 ? this : this with { Members = [.. Members, .. members] };

    /// <summary>Finds it.</summary>
    /// <param name="written">What was edited.</param>
    /// <param name="before">What the program runs.</param>
    /// <param name="after">What it is to run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<FormerCallers> FindAsync(WrittenEdits written, Solution before, Solution after, CancellationToken cancellationToken)
    {
        var callers = new FormerCallers([], AreAll: true);
        foreach (var (id, edits) in written.Projects.Where(project => before.ContainsProject(project.Key) && after.ContainsProject(project.Key)))
        {
            var gone = await GoneMembers.FindAsync(edits, before.GetProject(id)!, after.GetProject(id)!, cancellationToken);
            callers = callers with { AreAll = callers.AreAll && gone.AreNamed };
            if (gone.Names.IsEmpty)
            {
                continue;
            }

            var edited = edits.Went.Where(member => member.Node is not BaseTypeDeclarationSyntax).Select(member => (SyntaxNode)member.Node).ToHashSet();
            foreach (var reader in ReaderProjects.Of(id, edits, before).Projects.Where(project => after.ContainsProject(project.Id)))
            {
                var found = await FindAsync(reader, after.GetProject(reader.Id)!, gone, edited, cancellationToken);
                callers = new([.. callers.Members, .. found.Members], callers.AreAll && found.AreAll);
            }
        }

        return callers;
    }

    /// <summary>Has them compiled with the edit.</summary>
    /// <param name="recompilation">What is compiled already without having been edited.</param>
    /// <returns>Both; null where there are none, or some that can't be.</returns>
    public Recompilation? TakeAlong(Recompilation recompilation) => Members.Count == 0 ? null : recompilation.With(Members);

    static async Task<FormerCallers> FindAsync(
        Project before, Project after, GoneMembers gone, HashSet<SyntaxNode> edited, CancellationToken cancellationToken)
    {
        var callers = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var document in before.Documents.Concat(await before.GetSourceGeneratedDocumentsAsync(cancellationToken)))
        {
            var places = await NameMentions.FindAsync(document, gone.Names, gone.HasConstructor, edited, cancellationToken);
            if (places.Count > 0 && await document.GetSemanticModelAsync(cancellationToken) is { } model)
            {
                callers.UnionWith(places.Where(place => gone.IsMeant(place, model, cancellationToken)).Select(place => CallerAt(place, model, cancellationToken)));
            }
        }

        if (callers.Count == 0 || await after.GetCompilationAsync(cancellationToken) is not { } compilation)
        {
            return new([], callers.Count == 0);
        }

        var methods = callers.Select(caller => caller is null ? null : SymbolIds.Find(caller, compilation) as IMethodSymbol).ToList();
        return new(
            [.. methods.OfType<IMethodSymbol>().Where(method => !method.IsImplicitlyDeclared).Select(method => new StaleMember(method, after, IsBody: true))],
            methods.TrueForAll(method => method is { IsImplicitlyDeclared: false }));
    }

    /// <summary>The method around a place; null where there is none that somebody declared.</summary>
    static string? CallerAt(SyntaxToken place, SemanticModel model, CancellationToken cancellationToken)
    {
        var around = model.GetEnclosingSymbol(place.SpanStart, cancellationToken);
        while (around is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            around = around.ContainingSymbol;
        }

        return around is IMethodSymbol { IsImplicitlyDeclared: false } method ? SymbolIds.Of(method) : null;
    }
}
