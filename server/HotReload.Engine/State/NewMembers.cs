using HotReload.Core.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HotReload.Engine.State;

/// <summary>Reads the new members of a type that hold a value.</summary>
internal static class NewMembers
{
    /// <summary>Whether objects that exist already need something for it, and what.</summary>
    /// <returns>
    /// The field, and its value or null where nothing can make that; nothing where the field begins with its type's default in new objects, too.
    /// </returns>
    public static (string Field, InitialValue? Value)? Read(MemberDeclarationSyntax node, string name, SemanticModel model)
    {
        var (symbol, initializer) = Find(node, name, model);
        if (symbol is null || FieldOf(symbol) is not { } field)
        {
            return null;
        }

        if (initializer is null)
        {
            return IsSetElsewhere(symbol) ? (field, null) : null;
        }

        // A generic type has statics of its own for each of its arguments, and nobody knows them all.
        var value = symbol.IsStatic && IsGeneric(symbol.ContainingType) || model.GetOperation(initializer) is not ISymbolInitializerOperation bound
            ? null
            : InitialValues.Read(bound.Value);
        return value == InitialValues.Nothing ? null : (field, value);
    }

    static (ISymbol?, EqualsValueClauseSyntax?) Find(MemberDeclarationSyntax node, string name, SemanticModel model) => node switch
    {
        PropertyDeclarationSyntax property => (model.GetDeclaredSymbol(property), property.Initializer),
        BaseFieldDeclarationSyntax field when field.Declaration.Variables.FirstOrDefault(item => item.Identifier.Text == name) is { } variable =>
            (model.GetDeclaredSymbol(variable), variable.Initializer),
        _ => (null, null),
    };

    static string? FieldOf(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))?.MetadataName,
        _ => symbol.MetadataName,
    };

    /// <summary>Whether each new object gets its value from a constructor, or from whoever makes it.</summary>
    static bool IsSetElsewhere(ISymbol symbol) =>
        symbol is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true }
        || symbol.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor && method.IsStatic == symbol.IsStatic)
            .SelectMany(method => method.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax())
            .OfType<ConstructorDeclarationSyntax>()
            .Any(constructor => constructor.DescendantNodes().OfType<IdentifierNameSyntax>().Any(item => item.Identifier.Text == symbol.Name));

    static bool IsGeneric(INamedTypeSymbol? type) => type is not null && (type.IsGenericType || IsGeneric(type.ContainingType));
}
