using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Declarations.Types;

/// <summary>
/// Types that nobody but the code that names them has an eye on. A framework looks for others by their attributes, bases or names, some each time
/// after a reload, and would go on using one that is gone.
/// </summary>
internal static class UnscannedTypes
{
    /// <summary>Whether a type is one, with all that is declared in it.</summary>
    public static bool Has(INamedTypeSymbol type) => type is { IsFileLocal: false, DeclaringSyntaxReferences.Length: 1 }
        && !type.Name.EndsWith("Controller", StringComparison.Ordinal) && !type.Name.EndsWith("ViewComponent", StringComparison.Ordinal)
        && !type.GetMembers().OfType<IMethodSymbol>().Any(IsEntered)
        && type.GetAttributes().All(attribute => IsOfSystem(attribute.AttributeClass))
        && Verification.DeclaredTypes.WithBases(type).Concat(type.AllInterfaces).All(each => IsOfSystem(each) || each.Locations.Any(place => place.IsInSource))
        && type.GetTypeMembers().All(Has);

    static bool IsEntered(IMethodSymbol method) => method is { IsStatic: true, Name: "Main" or "<Main>$" };

    static bool IsOfSystem(INamedTypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "System";
    }
}
