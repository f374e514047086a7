using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations.Interfaces;

/// <summary>A member that an interface had and has no more.</summary>
/// <param name="Former">The file that it was in.</param>
/// <param name="Member">Its declaration.</param>
/// <param name="Symbol">What that declared.</param>
internal sealed record GoneMember(Document Former, DeclaredMember Member, ISymbol Symbol)
{
    /// <summary>Finds those of interfaces that are still there.</summary>
    public static async Task<IReadOnlyList<GoneMember>> FindAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var found = new List<GoneMember>();
        foreach (var (old, now) in SolutionChange.Find(before, after).Edited(before, after))
        {
            found.AddRange(await FindAsync(old, now, cancellationToken));
        }

        return found;
    }

    static async Task<IEnumerable<GoneMember>> FindAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var current = MemberListing.Of(await after.GetSyntaxRootAsync(cancellationToken)).ByName;
        var gone = MemberListing.Of(await before.GetSyntaxRootAsync(cancellationToken)).All
            .Where(member => IsPlain(member.Node) && !current[MemberListing.KeyOf(member)].Any()).ToList();
        return gone.Count == 0 || await before.GetSemanticModelAsync(cancellationToken) is not { } model
            ? []
            : from member in gone
              let symbol = model.GetDeclaredSymbol(member.Node, cancellationToken)
              where symbol is not null && current[("interface", member.Name[..member.Name.LastIndexOf('.', NameEnd(member.Name))])].Any()
              select new GoneMember(before, member, symbol);
    }

    /// <summary>Writes one of <see cref="FindAllAsync"/> into its type, where that has lost it; null where it can't be.</summary>
    public async Task<IReadOnlyList<(DocumentId Document, TextChange Change)>?> WriteAsync(ISymbol own, Solution after, CancellationToken cancellationToken)
    {
        var writes = new List<(DocumentId, TextChange)>();
        foreach (var declaration in own.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<MemberDeclarationSyntax>())
        {
            if (Former.Project.Solution.GetDocument(declaration.SyntaxTree) is not { } document || after.GetDocument(document.Id) is not { } now)
            {
                return null;
            }

            var former = MemberListing.Of(await document.GetSyntaxRootAsync(cancellationToken));
            var current = MemberListing.Of(await now.GetSyntaxRootAsync(cancellationToken));
            var member = former.All.FirstOrDefault(each => each.Node == declaration);
            var type = former.All.FirstOrDefault(each => each.Node == declaration.Parent);
            if (member is null || type is null || current.ByName[MemberListing.KeyOf(type)].FirstOrDefault()?.Node is not TypeDeclarationSyntax home)
            {
                // A class that is gone needs no member.
                continue;
            }

            if (current.ByName[MemberListing.KeyOf(member)].Any())
            {
                continue;
            }

            if (home.CloseBraceToken.Span.IsEmpty || HeldText.Of(declaration) is not { } text)
            {
                return null;
            }

            writes.Add((document.Id, new(new(home.CloseBraceToken.SpanStart, 0), text)));
        }

        return writes;
    }

    /// <summary>It, and what stood for it in classes.</summary>
    public async Task<IReadOnlyList<ISymbol>> FindAllAsync(CancellationToken cancellationToken)
    {
        var found = new List<ISymbol> { Symbol };
        var graph = Former.Project.Solution.GetProjectDependencyGraph();
        foreach (var id in graph.GetProjectsThatTransitivelyDependOnThisProject(Former.Project.Id).Prepend(Former.Project.Id))
        {
            if (Former.Project.Solution.GetProject(id) is not { Language: LanguageNames.CSharp } project || await project.GetCompilationAsync(cancellationToken) is not { } compilation
                || DocumentationCommentId.GetFirstSymbolForDeclarationId(Symbol.GetDocumentationCommentId()!, compilation) is not { } member)
            {
                continue;
            }

            found.AddRange(
                from type in DeclaredTypes.In(compilation.Assembly.GlobalNamespace)
                where type.TypeKind is TypeKind.Class or TypeKind.Struct
                from contract in type.AllInterfaces
                where SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, member.ContainingType)
                from own in contract.GetMembers(member.Name)
                where SymbolEqualityComparer.Default.Equals(own.OriginalDefinition, member)
                let implementation = type.FindImplementationForInterfaceMember(own)?.OriginalDefinition
                where implementation is not null
                select implementation!);
        }

        return [.. found.Distinct(SymbolEqualityComparer.Default)];
    }

    static bool IsPlain(MemberDeclarationSyntax member) => member.Parent is InterfaceDeclarationSyntax && !member.Modifiers.Any(SyntaxKind.StaticKeyword) && member switch
    {
        MethodDeclarationSyntax method => method is { Body: null, ExpressionBody: null },
        BasePropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }),
        _ => false,
    };

    /// <summary>Where the names end that lead to a member: its parameters' types may have dots as well.</summary>
    static int NameEnd(string name)
    {
        var end = name.AsSpan().IndexOfAny('(', '[');
        return end < 0 ? name.Length - 1 : end;
    }
}
