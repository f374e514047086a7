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
        foreach (var id in SolutionChange.Find(before, after).Documents)
        {
            if (before.GetDocument(id) is { } old && after.GetDocument(id) is { } now)
            {
                found.AddRange(await FindAsync(old, now, cancellationToken));
            }
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

    /// <summary>
    /// Writes it into its interface as it was, and into each class that has lost its own member for it; null where that can't be.
    /// </summary>
    public async Task<IReadOnlyList<(DocumentId Document, TextChange Change)>?> WriteAsync(Solution after, CancellationToken cancellationToken)
    {
        var writes = new List<(DocumentId, TextChange)>();
        foreach (var declaration in (await FindImplementationsAsync(cancellationToken)).Prepend(Member.Node).Distinct())
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

    /// <summary>The declarations in classes that stood for it.</summary>
    async Task<IReadOnlyList<MemberDeclarationSyntax>> FindImplementationsAsync(CancellationToken cancellationToken)
    {
        var found = new List<MemberDeclarationSyntax>();
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
                from reference in type.FindImplementationForInterfaceMember(own)?.DeclaringSyntaxReferences ?? []
                select reference.GetSyntax(cancellationToken) into declaration
                where declaration is MemberDeclarationSyntax
                select (MemberDeclarationSyntax)declaration);
        }

        return found;
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
