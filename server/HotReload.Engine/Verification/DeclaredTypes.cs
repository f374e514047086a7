using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>Walks types.</summary>
internal static class DeclaredTypes
{
    /// <summary>All types in a namespace, and in its namespaces and types.</summary>
    public static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? In(type).Prepend(type) : In(member));

    /// <summary>Whether a type is another or derives from it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="ancestor">The other's name, as <see cref="SymbolIds"/> has it: it may be of another compilation.</param>
    public static bool Inherits(INamedTypeSymbol? type, string ancestor)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolIds.OfType(type) == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A type and those that it is declared in, from within.</summary>
    public static IEnumerable<INamedTypeSymbol> Outwards(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }

    /// <summary>
    /// Whether a delta has another type in the place of a type or of one around it, as generators ask for with views. Those that derive from such a
    /// type are replaced, too.
    /// </summary>
    public static bool IsReplaced(INamedTypeSymbol? type) =>
        Outwards(type).SelectMany(WithBases).Any(each => each.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CreateNewOnMetadataUpdateAttribute"));

    /// <summary>A type and those that it derives from.</summary>
    public static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (var each = type; each is not null; each = each.BaseType)
        {
            yield return each;
        }
    }
}
