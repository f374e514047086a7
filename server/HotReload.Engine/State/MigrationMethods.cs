using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.State;

/// <summary>Finds the user's own methods that bring an object to its new shape.</summary>
internal static class MigrationMethods
{
    const string Attribute = "MigrateState";

    /// <summary>Those of a type: static, with the attribute, and with an object of the type as their only parameter.</summary>
    public static IEnumerable<string> Of(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Where(method => method is { IsStatic: true, MethodKind: MethodKind.Ordinary, Arity: 0, Parameters: [{ RefKind: RefKind.None } parameter] }
            && SymbolEqualityComparer.Default.Equals(parameter.Type, type)
            && method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is Attribute or Attribute + nameof(System.Attribute)))
        .Select(method => method.Name)
        .Order(StringComparer.Ordinal);

    /// <summary>Whether a declaration may be one, by its text.</summary>
    public static bool MayBe(MemberDeclarationSyntax node) => node is MethodDeclarationSyntax method
        && method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute =>
            attribute.Name.ToString().Split('.')[^1] is Attribute or Attribute + nameof(System.Attribute));
}
