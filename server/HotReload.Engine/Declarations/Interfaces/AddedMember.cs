using System.Collections.Immutable;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations.Interfaces;

/// <summary>A method or a property that an interface has and did not have.</summary>
/// <param name="Document">Its file.</param>
/// <param name="Member">Its declaration.</param>
/// <param name="Symbol">What that declares.</param>
internal sealed record AddedMember(Document Document, DeclaredMember Member, ISymbol Symbol)
{
    /// <summary>Finds those of interfaces that were there before.</summary>
    public static async Task<IReadOnlyList<AddedMember>> FindAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var found = new List<AddedMember>();
        foreach (var (old, now) in SolutionChange.Find(before, after).Edited(before, after))
        {
            found.AddRange(await FindAsync(old, now, cancellationToken));
        }

        return found;
    }

    static async Task<IEnumerable<AddedMember>> FindAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var old = MemberListing.Of(await before.GetSyntaxRootAsync(cancellationToken));
        var now = MemberListing.Of(await after.GetSyntaxRootAsync(cancellationToken));
        var added = now.All.Where(member => member.Node is MethodDeclarationSyntax or PropertyDeclarationSyntax && member.Node.Parent is InterfaceDeclarationSyntax && !old.ByName[MemberListing.KeyOf(member)].Any()).ToList();
        return added.Count == 0 || await after.GetSemanticModelAsync(cancellationToken) is not { } model
            ? []
            : from member in added
              let symbol = model.GetDeclaredSymbol(member.Node, cancellationToken)
              where symbol is not null && old.All.Any(type => type.Node is InterfaceDeclarationSyntax && member.Name.StartsWith(type.Name + ".", StringComparison.Ordinal))
              select new AddedMember(after, member, symbol);
    }

    /// <summary>
    /// Whether one that is found by its name can stand for it: each class of the solution that has the interface has such a one.
    /// </summary>
    public async Task<bool> CanBeCalledAsync(Solution solution, CancellationToken cancellationToken)
    {
        if (!IsPlain)
        {
            return false;
        }

        var graph = solution.GetProjectDependencyGraph();
        var classes = 0;
        foreach (var id in graph.GetProjectsThatTransitivelyDependOnThisProject(Document.Project.Id).Prepend(Document.Project.Id))
        {
            if (solution.GetProject(id) is not { Language: LanguageNames.CSharp } reader || await reader.GetCompilationAsync(cancellationToken) is not { } compilation)
            {
                return false;
            }

            if (DocumentationCommentId.GetFirstSymbolForDeclarationId(Symbol.GetDocumentationCommentId()!, compilation) is not { } member)
            {
                continue;
            }

            foreach (var implementer in DeclaredTypes.In(compilation.Assembly.GlobalNamespace).Where(each => Has(each, member.ContainingType)))
            {
                if (implementer.FindImplementationForInterfaceMember(member) is not { DeclaredAccessibility: Accessibility.Public } own || own.Name != member.Name)
                {
                    return false;
                }

                classes++;
            }
        }

        return classes > 0;
    }

    static bool Has(INamedTypeSymbol type, INamedTypeSymbol contract) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct && type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default);

    /// <summary>What makes the code that asks it call methods instead, where it is a property; null where that can't be.</summary>
    public async Task<IReadOnlyList<(DocumentId Document, TextChange Change)>?> WriteCallsAsync(Solution solution, CancellationToken cancellationToken)
    {
        var writes = new List<(DocumentId, TextChange)>();
        foreach (var document in Symbol is IPropertySymbol ? await ReaderDocuments.OfAsync(solution, [Document.Project.Id], cancellationToken) : [])
        {
            if (await AccessorCalls.WriteAsync(document, (IPropertySymbol)Symbol, cancellationToken) is not { } calls)
            {
                return null;
            }

            writes.AddRange(calls.Select(change => (document.Id, change)));
        }

        return writes;
    }

    /// <summary>
    /// Whether all code that calls it calls what stands for it, and does nothing else with it: other methods by its name may fit as well, and an
    /// expression tree has it for others to read.
    /// </summary>
    /// <param name="solution">With it.</param>
    /// <param name="laid">With what stands for it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<bool> IsCalledAlikeAsync(Solution solution, Solution laid, CancellationToken cancellationToken)
    {
        foreach (var document in await ReaderDocuments.OfAsync(solution, [Document.Project.Id], cancellationToken))
        {
            var calls = await CallsAsync(document, [Symbol.Name], said => SymbolIds.Of(said) == SymbolIds.Of(Symbol), cancellationToken);
            var other = document is SourceGeneratedDocument
                ? await laid.GetProject(document.Project.Id)!.GetSourceGeneratedDocumentAsync(document.Id, cancellationToken)
                : laid.GetDocument(document.Id);
            if (calls is null || (calls > 0 && (other is null || calls != await CallsAsync(other, CallingMember.NamesOf(this), said => CallingMember.Is(said, this), cancellationToken))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How often code calls it; null where an expression tree does.</summary>
    static async Task<int?> CallsAsync(Document document, ImmutableHashSet<string> names, Func<ISymbol, bool> isIt, CancellationToken cancellationToken)
    {
        var places = await NameMentions.FindAllAsync(document, names, cancellationToken);
        var mentions = places.Select(place => place.Parent).OfType<SimpleNameSyntax>().ToList();
        if (mentions.Count == 0 || await document.GetSemanticModelAsync(cancellationToken) is not { } model)
        {
            return 0;
        }

        var calls = mentions.Where(name => model.GetSymbolInfo(name, cancellationToken).Symbol is { } said and (IMethodSymbol or IPropertySymbol) && isIt(((said as IMethodSymbol)?.ReducedFrom ?? said).OriginalDefinition)).ToList();
        return calls.Exists(call => call.Ancestors().OfType<LambdaExpressionSyntax>().Any(lambda => model.GetTypeInfo(lambda, cancellationToken).ConvertedType is { Name: "Expression" }))
            ? null
            : calls.Count;
    }

    bool IsPlain => !Member.Node.AttributeLists.Any() && !Member.Node.Modifiers.Any(modifier => !modifier.IsKind(SyntaxKind.PublicKeyword))
        && (Member.Node, Symbol) switch
        {
            (MethodDeclarationSyntax { Body: null, ExpressionBody: null, TypeParameterList: null, ExplicitInterfaceSpecifier: null }, IMethodSymbol { RefKind: RefKind.None } method) =>
                IsPlainType(method.ReturnType) && method.Parameters.All(IsPlainParameter),
            (PropertyDeclarationSyntax { ExpressionBody: null, ExplicitInterfaceSpecifier: null, AccessorList: { } accessors }, IPropertySymbol { RefKind: RefKind.None } property) =>
                IsPlainType(property.Type) && accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null, RawKind: not (int)SyntaxKind.InitAccessorDeclaration }),
            _ => false,
        }
        && DeclaredTypes.Outwards(Symbol.ContainingType).All(type => type is { Arity: 0, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, IsFileLocal: false });

    static bool IsPlainParameter(IParameterSymbol parameter) =>
        parameter is { RefKind: RefKind.None } && IsPlainType(parameter.Type) && parameter.GetAttributes().IsEmpty;

    static bool IsPlainType(ITypeSymbol type) => type is { IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic or TypeKind.Error) };
}
