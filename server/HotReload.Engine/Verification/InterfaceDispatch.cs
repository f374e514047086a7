using System.Collections.Immutable;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// Finds members that come or go, or become public or not, and so make another member the one that implements an interface's: a type's own instead of the
/// interface's, or of the base class's. A running program calls the one that it has found when it loaded the type.
/// </summary>
/// <param name="own">The version that has the members.</param>
/// <param name="other">The version that does not.</param>
internal sealed class InterfaceDispatch(Compilation own, Compilation other)
{
    readonly Lazy<ImmutableArray<INamedTypeSymbol>> _types = new(() => [.. DeclaredTypes.In(own.Assembly.GlobalNamespace)]);

    /// <summary>Those of some members that implement an interface's member in a type of both versions.</summary>
    public IEnumerable<DeclaredMember> Find(ImmutableArray<DeclaredMember> members) => members.Where(member => SymbolsOf(member.Node).Any(symbol =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.UserDefinedOperator } or IPropertySymbol or IEventSymbol
        && symbol.DeclaredAccessibility == Accessibility.Public
        && SymbolIds.Find(SymbolIds.Of(symbol), other) is not { DeclaredAccessibility: Accessibility.Public }
        && _types.Value.Any(type => Implements(type, symbol))));

    /// <summary>What a declaration declares. A record's parameters are properties of its own.</summary>
    IEnumerable<ISymbol> SymbolsOf(MemberDeclarationSyntax node)
    {
        var model = own.GetSemanticModel(node.SyntaxTree);
        IEnumerable<ISymbol?> symbols = node switch
        {
            EventFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => model.GetDeclaredSymbol(variable)),
            RecordDeclarationSyntax record => model.GetDeclaredSymbol(record)?.GetMembers().Where(IsParameter) ?? [],
            BaseTypeDeclarationSyntax or BaseFieldDeclarationSyntax => [],
            _ => [model.GetDeclaredSymbol(node)],
        };
        return symbols.OfType<ISymbol>();
    }

    static bool IsParameter(ISymbol member) => member is IPropertySymbol
        && member.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ParameterSyntax);

    bool Implements(INamedTypeSymbol type, ISymbol member) => DeclaredTypes.Inherits(type, SymbolIds.OfType(member.ContainingType))
        && type.AllInterfaces.SelectMany(each => each.GetMembers(member.Name))
            .Any(each => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(each)?.OriginalDefinition, member))
        && SymbolIds.Find(SymbolIds.Of(type), other) is not null;
}
