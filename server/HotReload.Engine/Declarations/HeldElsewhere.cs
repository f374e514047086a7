using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Declarations;

/// <summary>
/// Edits within bodies that say nothing of what the program keeps, which are nearly all. What was laid before is right for them too; to lay it anew
/// would take all code along that says it, and four times the time in 80,000 lines.
/// </summary>
internal static class HeldElsewhere
{
    /// <summary>What the compiler calls by its own choice: code need not say these to use them.</summary>
    static readonly HashSet<string> s_unsaid =
    [
        "Add", "Append", "AppendFormatted", "AppendLiteral", "Cast", "Count", "Current", "Deconstruct", "Dispose", "DisposeAsync", "Equals", "GetAsyncEnumerator",
        "GetAwaiter", "GetEnumerator", "GetPinnableReference", "GetResult", "GroupBy", "GroupJoin", "IsCompleted", "Join", "Length", "MoveNext", "MoveNextAsync",
        "OnCompleted", "OrderBy", "OrderByDescending", "Select", "SelectMany", "Slice", "ThenBy", "ThenByDescending", "ToString", "Where",
    ];

    /// <summary>What was laid before, with such an edit; null where it is none, or nothing is kept.</summary>
    /// <param name="before">What the program runs, as the analysis has seen it.</param>
    /// <param name="formerText">The same as the user wrote it.</param>
    /// <param name="text">What it is to run, as he wrote it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Solution?> CarryAsync(Solution before, Solution formerText, Solution text, CancellationToken cancellationToken)
    {
        var held = SolutionChange.Find(formerText, before);
        if (held.IsEmpty)
        {
            return null;
        }

        var edited = SolutionChange.Find(formerText, text);
        var files = edited.Edited(formerText, text).ToList();
        if (files.Count == 0 || files.Count < edited.Documents.Length || edited.Documents.Intersect(held.Documents).Any()
            || await NamesAsync(held, formerText, before, cancellationToken) is not { } names)
        {
            return null;
        }

        var laid = before;
        foreach (var (old, now) in files)
        {
            if (await EditedBodiesAsync(old, now, cancellationToken) is not { } bodies || bodies.Exists(body => Says(body, names)))
            {
                return null;
            }

            laid = laid.WithDocumentText(now.Id, await now.GetTextAsync(cancellationToken));
        }

        return laid;
    }

    /// <summary>The members with an edited body; null where something else was edited, too.</summary>
    static async Task<List<SyntaxNode>?> EditedBodiesAsync(Document old, Document now, CancellationToken cancellationToken)
    {
        if (await old.GetSyntaxRootAsync(cancellationToken) is not { } former || await now.GetSyntaxRootAsync(cancellationToken) is not { } root
            || !SyntaxFactory.AreEquivalent(former, root, topLevel: true))
        {
            return null;
        }

        var (members, others) = (MemberListing.Of(root).All, MemberListing.Of(former).All);
        return members.Length != others.Length ? null
            : [.. members.Zip(others).Where(pair => !IsType(pair.First) && !SyntaxFactory.AreEquivalent(pair.First.Node, pair.Second.Node, topLevel: false)).Select(pair => pair.First.Node)];
    }

    static bool Says(SyntaxNode body, HashSet<string> names) =>
        body.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText));

    /// <summary>The names of all members that are laid otherwise than they are written; null where code can use one without saying it.</summary>
    static async Task<HashSet<string>?> NamesAsync(SolutionChange held, Solution text, Solution laid, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>();
        foreach (var id in held.Documents)
        {
            var written = MemberListing.Of(await RootAsync(text, id, cancellationToken));
            var seen = MemberListing.Of(await RootAsync(laid, id, cancellationToken));
            foreach (var member in Otherwise(written, seen).Concat(Otherwise(seen, written)))
            {
                if (NamesOf(member.Node) is not { } own || own.Overlaps(s_unsaid))
                {
                    return null;
                }

                names.UnionWith(own);
            }
        }

        return names;
    }

    static IEnumerable<DeclaredMember> Otherwise(MemberListing own, MemberListing other) => own.All.Where(member =>
        other.ByName[MemberListing.KeyOf(member)].ToList() is not [var same] || (!IsType(member) && !SyntaxFactory.AreEquivalent(member.Node, same.Node, topLevel: false)));

    static async Task<SyntaxNode?> RootAsync(Solution solution, DocumentId id, CancellationToken cancellationToken) =>
        solution.GetDocument(id) is { } document ? await document.GetSyntaxRootAsync(cancellationToken) : null;

    /// <summary>Their members are listed, too.</summary>
    static bool IsType(DeclaredMember member) => member.Node is BaseTypeDeclarationSyntax;

    /// <summary>Null for an indexer or an operator, which have none.</summary>
    static HashSet<string>? NamesOf(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax => [],
        BaseFieldDeclarationSyntax field => [.. field.Declaration.Variables.Select(variable => variable.Identifier.ValueText)],
        _ => member.ChildTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).ToHashSet() is { Count: > 0 } names ? names : null,
    };
}
