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
}
