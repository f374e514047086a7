using System.Collections.Immutable;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Verification;

/// <summary>
/// Makes the edit analysis compile members that were not edited: it sees them with an empty statement or a pair of parentheses more, which
/// the user's text does not have and which mean nothing. They stay in what the analysis sees until the member itself is edited.
/// </summary>
internal sealed class Recompilation
{
    /// <summary>C# 14, which has <c>field</c>.</summary>
    static readonly LanguageVersion s_withField = (LanguageVersion)1400;

    public static Recompilation None { get; } = new(ImmutableDictionary<DocumentId, ImmutableArray<Mark>>.Empty);

    readonly ImmutableDictionary<DocumentId, ImmutableArray<Mark>> _marks;

    Recompilation(ImmutableDictionary<DocumentId, ImmutableArray<Mark>> marks) => _marks = marks;

    /// <summary>A member and how it is written for the analysis, by its text so that it is found again when it moves.</summary>
    /// <param name="Kind">See <see cref="MemberListing"/>.</param>
    /// <param name="Name">See there.</param>
    /// <param name="Text">As the user wrote it.</param>
    /// <param name="Marked">As the analysis is to see it.</param>
    readonly record struct Mark(string Kind, string Name, string Text, string Marked)
    {
        /// <summary>As the analysis has seen it before, where that was with another mark.</summary>
        public string? Former { get; init; }

        public bool IsOf(string kind, string name) => Kind == kind && Name == name;

        /// <summary>Whether a declaration is to be replaced by it.</summary>
        public bool Fits(DeclaredMember member) => IsOf(member.Kind, member.Name) && member.Node.ToString() is var text && (text == Text || text == Former);
    }

    /// <summary>With more members to compile; null where one of them can't be written otherwise.</summary>
    /// <param name="members">Of a solution with the marks, or of one from before some of them.</param>
    public Recompilation? With(IEnumerable<StaleMember> members)
    {
        var bodies = members.Select(member => (member.Project, Body: member.IsBody ? FindBody(member.Symbol) : null, member.Symbol)).ToList();
        if (bodies.Exists(each => each.Body is null || each.Project.GetDocument(each.Body.SyntaxTree) is null or SourceGeneratedDocument))
        {
            return null;
        }

        var marks = _marks;
        foreach (var group in bodies.GroupBy(each => each.Body!.FirstAncestorOrSelf<MemberDeclarationSyntax>()!))
        {
            var changes = group.Select(each => ChangesFor(each.Body!, each.Symbol)).ToList();
            var listed = MemberListing.Of(group.Key.SyntaxTree.GetRoot()).All.FirstOrDefault(member => member.Node == group.Key);
            if (listed is null || changes.Contains(null))
            {
                return null;
            }

            var document = group.First().Project.GetDocument(group.Key.SyntaxTree)!.Id;
            var mark = new Mark(listed.Kind, listed.Name, group.Key.ToString(), Apply(changes.SelectMany(change => change!), group.Key));
            marks = marks.SetItem(document, Add(marks.GetValueOrDefault(document, []), mark));
        }

        return new(marks);
    }

    /// <summary>
    /// What has a mark may need another: then the user's text is that of the first. A comparison that began before the first was made does not
    /// see it; what it found is compiled with the first.
    /// </summary>
    static ImmutableArray<Mark> Add(ImmutableArray<Mark> marks, Mark added)
    {
        var earlier = marks.FirstOrDefault(mark => mark.IsOf(added.Kind, added.Name) && mark.Marked == added.Text);
        return earlier != default ? marks.Replace(earlier, added with { Text = earlier.Text, Former = earlier.Marked })
            : marks.Any(mark => mark.IsOf(added.Kind, added.Name) && (mark.Text == added.Text || mark.Marked == added.Marked)) ? marks
            : marks.Add(added);
    }

    static string Apply(IEnumerable<TextChange> changes, SyntaxNode declaration)
    {
        var shifted = changes
            .Select(change => new TextChange(new(change.Span.Start - declaration.SpanStart, change.Span.Length), change.NewText ?? ""))
            .OrderBy(change => change.Span.Start);
        return SourceText.From(declaration.ToString()).WithChanges(shifted).ToString();
    }

    /// <summary>
    /// The solution as the analysis is to see it, from the user's text or with the marks from before. A member that was edited since it was
    /// marked is left as it is.
    /// </summary>
    public async Task<Solution> LayAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var (id, marks) in _marks)
        {
            if (solution.GetDocument(id) is not { } document || await document.GetSyntaxRootAsync(cancellationToken) is not { } root)
            {
                continue;
            }

            // Types of two namespaces may have members that are written alike: a mark on both does no harm.
            var changes = MemberListing.Of(root).All
                .Select(member => (member.Node, Mark: marks.FirstOrDefault(mark => mark.Fits(member))))
                .Where(pair => pair.Mark != default)
                .Select(pair => new TextChange(pair.Node.Span, pair.Mark.Marked));
            var text = await document.GetTextAsync(cancellationToken);
            solution = solution.WithDocumentText(id, text.WithChanges(changes.OrderBy(change => change.Span.Start)));
        }

        return solution;
    }

    static SyntaxNode? FindBody(ISymbol symbol)
    {
        var declared = symbol is IMethodSymbol { PartialImplementationPart: { } implementation } ? implementation : symbol;
        return declared.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            AccessorDeclarationSyntax accessor => accessor.Body ?? accessor.ExpressionBody ?? (SyntaxNode?)(IsAutomatic(accessor, symbol) ? accessor : null),
            ArrowExpressionClauseSyntax arrow => arrow,
            _ => null,
        };
    }

    static TextChange[]? ChangesFor(SyntaxNode body, ISymbol symbol) => body switch
    {
        AccessorDeclarationSyntax accessor => [Insert(accessor.Keyword.Span.End, accessor.Keyword.IsKind(SyntaxKind.GetKeyword) ? " => field" : " => field = value")],
        BlockSyntax block => [Insert(block.OpenBraceToken.Span.End, ";")],
        ArrowExpressionClauseSyntax { Expression: RefExpressionSyntax } => null,
        ArrowExpressionClauseSyntax arrow when ReturnsValue(symbol) && arrow.Expression is not ThrowExpressionSyntax =>
            [Insert(arrow.Expression.SpanStart, "("), Insert(arrow.Expression.Span.End, ")")],
        ArrowExpressionClauseSyntax arrow when EndOf(arrow) is { } end => [new(arrow.ArrowToken.Span, "{"), Insert(end, "}")],
        _ => null,
    };

    /// <summary>Whether its code is the compiler's and can be written out.</summary>
    static bool IsAutomatic(AccessorDeclarationSyntax accessor, ISymbol symbol) =>
        symbol is { IsAbstract: false, IsExtern: false, ContainingType.TypeKind: not TypeKind.Interface }
        && accessor.Parent?.Parent is PropertyDeclarationSyntax property && !property.Modifiers.Any(SyntaxKind.PartialKeyword)
        && accessor.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: var version } && version >= s_withField;

    static int? EndOf(ArrowExpressionClauseSyntax arrow) => arrow.Parent switch
    {
        BaseMethodDeclarationSyntax method => method.SemicolonToken.Span.End,
        AccessorDeclarationSyntax accessor => accessor.SemicolonToken.Span.End,
        _ => null,
    };

    static TextChange Insert(int place, string text) => new(new TextSpan(place, 0), text);

    /// <summary>What is only executed can't stand in parentheses.</summary>
    static bool ReturnsValue(ISymbol symbol) => symbol is IMethodSymbol { ReturnsVoid: false, MethodKind: not MethodKind.Constructor } method
        && (!method.IsAsync || method.ReturnType is INamedTypeSymbol { IsGenericType: true });
}
