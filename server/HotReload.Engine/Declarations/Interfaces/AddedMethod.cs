using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Declarations.Interfaces;

/// <summary>A method that an interface has and did not have.</summary>
/// <param name="Document">Its file.</param>
/// <param name="Member">Its declaration.</param>
/// <param name="Symbol">What that declares.</param>
internal sealed record AddedMethod(Document Document, DeclaredMember Member, IMethodSymbol Symbol)
{
    /// <summary>Its declaration.</summary>
    public MethodDeclarationSyntax Declaration => (MethodDeclarationSyntax)Member.Node;

    /// <summary>Finds those of interfaces that were there before.</summary>
    public static async Task<IReadOnlyList<AddedMethod>> FindAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var found = new List<AddedMethod>();
        foreach (var id in SolutionChange.Find(before, after).Documents)
        {
            if (before.GetDocument(id) is { } old && after.GetDocument(id) is { } now)
            {
                found.AddRange(await FindAsync(old, now, cancellationToken));
            }
        }

        return found;
    }

    static async Task<IEnumerable<AddedMethod>> FindAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var old = MemberListing.Of(await before.GetSyntaxRootAsync(cancellationToken));
        var now = MemberListing.Of(await after.GetSyntaxRootAsync(cancellationToken));
        var methods = now.All.Where(member => member.Node is MethodDeclarationSyntax { Parent: InterfaceDeclarationSyntax } && !old.ByName[MemberListing.KeyOf(member)].Any()).ToList();
        return methods.Count == 0 || await after.GetSemanticModelAsync(cancellationToken) is not { } model
            ? []
            : from member in methods
              let symbol = model.GetDeclaredSymbol(member.Node, cancellationToken) as IMethodSymbol
              where symbol is not null && old.All.Any(type => type.Node is InterfaceDeclarationSyntax && member.Name.StartsWith(type.Name + ".", StringComparison.Ordinal))
              select new AddedMethod(after, member, symbol);
    }

    /// <summary>
    /// Whether a method that is found by its name can stand for it: each class of the solution that has the interface has such a method.
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

            if (DocumentationCommentId.GetFirstSymbolForDeclarationId(Symbol.GetDocumentationCommentId()!, compilation) is not IMethodSymbol method)
            {
                continue;
            }

            foreach (var implementer in DeclaredTypes.In(compilation.Assembly.GlobalNamespace).Where(each => Has(each, method.ContainingType)))
            {
                if (implementer.FindImplementationForInterfaceMember(method) is not IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public })
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
            var calls = await CallsAsync(document, said => SymbolIds.Of(said) == SymbolIds.Of(Symbol), cancellationToken);
            var other = document is SourceGeneratedDocument
                ? await laid.GetProject(document.Project.Id)!.GetSourceGeneratedDocumentAsync(document.Id, cancellationToken)
                : laid.GetDocument(document.Id);
            if (calls is null || (calls > 0 && (other is null || calls != await CallsAsync(other, said => CallingMethod.Is(said, this), cancellationToken))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How often code calls it; null where an expression tree does.</summary>
    async Task<int?> CallsAsync(Document document, Func<IMethodSymbol, bool> isIt, CancellationToken cancellationToken)
    {
        var places = await NameMentions.FindAllAsync(document, [Symbol.Name], cancellationToken);
        var names = places.Select(place => place.Parent).OfType<SimpleNameSyntax>().ToList();
        if (names.Count == 0 || await document.GetSemanticModelAsync(cancellationToken) is not { } model)
        {
            return 0;
        }

        var calls = names.Where(name => model.GetSymbolInfo(name, cancellationToken).Symbol is IMethodSymbol method && isIt((method.ReducedFrom ?? method).OriginalDefinition)).ToList();
        return calls.Exists(call => call.Ancestors().OfType<LambdaExpressionSyntax>().Any(lambda => model.GetTypeInfo(lambda, cancellationToken).ConvertedType is { Name: "Expression" }))
            ? null
            : calls.Count;
    }

    bool IsPlain => Declaration is { Body: null, ExpressionBody: null, TypeParameterList: null, ExplicitInterfaceSpecifier: null }
        && !Declaration.AttributeLists.Any() && !Declaration.Modifiers.Any(modifier => !modifier.IsKind(SyntaxKind.PublicKeyword))
        && Symbol is { RefKind: RefKind.None, ReturnType: { IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic or TypeKind.Error) } }
        && Symbol.Parameters.All(IsPlainParameter) && DeclaredTypes.Outwards(Symbol.ContainingType).All(type => type is { Arity: 0, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, IsFileLocal: false });

    static bool IsPlainParameter(IParameterSymbol parameter) =>
        parameter is { RefKind: RefKind.None, Type: { IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic or TypeKind.Error) } }
        && parameter.GetAttributes().IsEmpty;
}
