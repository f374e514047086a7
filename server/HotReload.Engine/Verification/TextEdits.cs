using System.Collections.Immutable;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>What was edited in a project, by syntax, in written and in generated files.</summary>
/// <param name="Came">Declarations that no version before is like.</param>
/// <param name="Went">Declarations that no version after is like.</param>
/// <param name="UsingsDiffer">Whether names may stand for something else in a whole file.</param>
internal sealed record TextEdits(ImmutableArray<DeclaredMember> Came, ImmutableArray<DeclaredMember> Went, bool UsingsDiffer)
{
    public static TextEdits None { get; } = new([], [], UsingsDiffer: false);

    readonly ILookup<(string, string), DeclaredMember> _came = Came.ToLookup(MemberListing.KeyOf);
    readonly ILookup<(string, string), DeclaredMember> _went = Went.ToLookup(MemberListing.KeyOf);

    public bool IsEmpty => Came.IsEmpty && Went.IsEmpty && !UsingsDiffer;

    /// <summary>
    /// Whether code that was not edited may mean something else now. An edit within a body can't do that, unless it makes a field of a
    /// primary constructor's parameter.
    /// </summary>
    public bool ReachFurther => AreOfFile || DeclaredAnew.Any() || DeclaredNoMore.Any();

    /// <summary>Whether code of other projects may mean something else now.</summary>
    public bool ReachOtherProjects => DeclaredAnew.Concat(DeclaredNoMore).Any(IsVisible);

    /// <summary>Whether a whole file or type is concerned: its usings, or a field that a primary constructor's parameter becomes.</summary>
    public bool AreOfFile => UsingsDiffer || Came.Any(member => CapturesAnew(member, Went));

    /// <summary>What came and was not declared so before.</summary>
    public IEnumerable<DeclaredMember> DeclaredAnew => Came.Where(member => !HasCounterpart(member, Went));

    /// <summary>What went and is not declared so any more.</summary>
    public IEnumerable<DeclaredMember> DeclaredNoMore => Went.Where(member => !HasCounterpart(member, Came));

    /// <summary>What a declaration that came was before; null where there was none by its name.</summary>
    public DeclaredMember? FormerOf(DeclaredMember came) => _went[MemberListing.KeyOf(came)].FirstOrDefault();

    /// <summary>What a declaration that went has become; null where there is none by its name.</summary>
    public DeclaredMember? LatterOf(DeclaredMember went) => _came[MemberListing.KeyOf(went)].FirstOrDefault();

    /// <summary>Compares what people wrote.</summary>
    public static async Task<TextEdits> FindWrittenAsync(
        Project? before, Project? after, SolutionChange change, CancellationToken cancellationToken) =>
        Compare(await WrittenAsync(before, change, cancellationToken), await WrittenAsync(after, change, cancellationToken));

    /// <summary>Compares what people wrote, and what generators made of it.</summary>
    public static async Task<TextEdits> FindAllAsync(Project? before, Project? after, SolutionChange change, CancellationToken cancellationToken)
    {
        var old = await WrittenAsync(before, change, cancellationToken);
        var now = await WrittenAsync(after, change, cancellationToken);
        foreach (var generated in await GeneratedChange.FindAsync(before, after, cancellationToken))
        {
            await AddRootAsync(old, generated.Before, cancellationToken);
            await AddRootAsync(now, generated.After, cancellationToken);
        }

        return Compare(old, now);
    }

    static TextEdits Compare(List<SyntaxNode> old, List<SyntaxNode> now)
    {
        var (oldMembers, newMembers) = (ByName(old), ByName(now));
        return new(Without(newMembers, oldMembers), Without(oldMembers, newMembers), !Usings(old).SetEquals(Usings(now)));
    }

    static ImmutableArray<DeclaredMember> Without(ILookup<(string, string), DeclaredMember> members, ILookup<(string, string), DeclaredMember> others) =>
        [.. members.SelectMany(each => each).Where(member => !others[MemberListing.KeyOf(member)].Any(other => MemberDiff.IsSame(other.Node, member.Node)))];

    static ILookup<(string, string), DeclaredMember> ByName(List<SyntaxNode> roots) =>
        roots is [var root] ? MemberListing.Of(root).ByName : roots.SelectMany(root => MemberListing.Of(root).All).ToLookup(MemberListing.KeyOf);

    static async Task<List<SyntaxNode>> WrittenAsync(Project? project, SolutionChange change, CancellationToken cancellationToken)
    {
        var roots = await Task.WhenAll(change.Documents
            .Select(id => project?.GetDocument(id)).OfType<Document>()
            .Select(document => document.GetSyntaxRootAsync(cancellationToken)));
        return [.. roots.OfType<SyntaxNode>()];
    }

    static async Task AddRootAsync(List<SyntaxNode> roots, Document? document, CancellationToken cancellationToken)
    {
        if (document is not null && await document.GetSyntaxRootAsync(cancellationToken) is { } root)
        {
            roots.Add(root);
        }
    }

    static HashSet<string> Usings(List<SyntaxNode> roots) =>
        [.. roots.SelectMany(root => root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
            .OfType<UsingDirectiveSyntax>().Select(directive => directive.ToString())];

    static bool HasCounterpart(DeclaredMember member, ImmutableArray<DeclaredMember> others) =>
        member.Node is GlobalStatementSyntax
            ? others.Any(other => other.Node is GlobalStatementSyntax)
            : others.Any(other => MemberListing.KeyOf(other) == MemberListing.KeyOf(member) && member.Node is not BaseTypeDeclarationSyntax
                && SyntaxFactory.AreEquivalent(other.Node, member.Node, topLevel: true));

    /// <summary>Whether a parameter of a primary constructor may be used outside of initializers for the first time.</summary>
    static bool CapturesAnew(DeclaredMember member, ImmutableArray<DeclaredMember> went)
    {
        if (member.Node.Parent is not TypeDeclarationSyntax { ParameterList: { Parameters: { Count: > 0 } parameters } } type || type is RecordDeclarationSyntax)
        {
            return false;
        }

        var former = went.FirstOrDefault(other => MemberListing.KeyOf(other) == MemberListing.KeyOf(member))?.Node.Parent as TypeDeclarationSyntax;
        var captured = Names(former?.Members.Where(other => other is not (BaseFieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null })) ?? []);
        var used = Names([member.Node]);
        return parameters.Any(parameter => used.Contains(parameter.Identifier.ValueText) && !captured.Contains(parameter.Identifier.ValueText));

        static HashSet<string> Names(IEnumerable<SyntaxNode> nodes) =>
            [.. nodes.SelectMany(node => node.DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)];
    }

    static bool IsVisible(DeclaredMember member) =>
        member.Node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or EnumMemberDeclarationSyntax
        || member.Node.Parent is InterfaceDeclarationSyntax or TypeDeclarationSyntax { Identifier.Text: "" }
        || member.Node.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword);
}
