using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>Looks at where plain members stand: in which namespace, and beside which interfaces.</summary>
internal static class MemberPlaces
{
    /// <summary>
    /// Whether no member can implement an interface's, in its type or in one that derives from it; and no type makes a namespace or is one
    /// that the compiler looks for.
    /// </summary>
    /// <param name="members">The members.</param>
    /// <param name="own">The version of their project that has them.</param>
    /// <param name="other">The version that does not.</param>
    /// <param name="readers">Where types may derive from theirs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<bool> AreOrdinaryAsync(
        PlainMembers members, Project own, Project other, ReaderProjects readers, CancellationToken cancellationToken)
    {
        if (await own.GetCompilationAsync(cancellationToken) is not { } compilation || await other.GetCompilationAsync(cancellationToken) is not { } counterpart)
        {
            return false;
        }

        var inherited = new List<ISymbol>();
        foreach (var node in members.Outermost)
        {
            var symbol = SymbolOf(node, compilation, cancellationToken);
            if (symbol is null || (symbol is INamedTypeSymbol { ContainingType: null } type && !IsKnown(type.ContainingNamespace, counterpart)))
            {
                return false;
            }

            if (symbol is IMethodSymbol or IPropertySymbol && symbol is { IsStatic: false, DeclaredAccessibility: Accessibility.Public })
            {
                inherited.Add(symbol);
            }
        }

        return inherited.Count == 0 || !await AreDispatchedAsync(inherited, readers, cancellationToken);
    }

    static ISymbol? SymbolOf(MemberDeclarationSyntax node, Compilation compilation, CancellationToken cancellationToken)
    {
        var declared = node is BaseFieldDeclarationSyntax field ? (SyntaxNode)field.Declaration.Variables[0] : node;
        return compilation.ContainsSyntaxTree(node.SyntaxTree)
            ? compilation.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(declared, cancellationToken)
            : null;
    }

    static bool IsKnown(INamespaceSymbol space, Compilation compilation)
    {
        var path = space.ToDisplayParts().Where(part => part.Kind == SymbolDisplayPartKind.NamespaceName).Select(part => part.ToString()).ToList();
        return space.IsGlobalNamespace
            || (path[0] is not ("System" or "Microsoft")
                && path.Aggregate((INamespaceSymbol?)compilation.GlobalNamespace, (at, name) => at?.GetNamespaceMembers().FirstOrDefault(member => member.Name == name)) is not null);
    }

    /// <summary>By name: whether an interface of the member's type, or of a type that derives from it, has such a member.</summary>
    static async Task<bool> AreDispatchedAsync(List<ISymbol> members, ReaderProjects readers, CancellationToken cancellationToken)
    {
        foreach (var project in readers.Projects)
        {
            if (await project.GetCompilationAsync(cancellationToken) is not { } compilation)
            {
                return true;
            }

            foreach (var type in DeclaredTypes.In(compilation.Assembly.GlobalNamespace).Where(type => !type.AllInterfaces.IsEmpty))
            {
                if (members.Exists(member => DeclaredTypes.Inherits(type, SymbolIds.OfType(member.ContainingType))
                    && type.AllInterfaces.Any(each => !each.GetMembers(member.Name).IsEmpty)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
