using System.Collections.Immutable;
using HotReload.Core.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HotReload.Engine.State;

/// <summary>Reads collection expressions, by the type that they are to have.</summary>
internal static class Collections
{
    /// <summary>What is made; null where that can't be said.</summary>
    public static InitialValue? Read(ICollectionExpressionOperation collection)
    {
        if (InitialValues.ReadAll(collection.Elements) is not { } items)
        {
            return null;
        }

        return collection switch
        {
            { Type: IArrayTypeSymbol { Rank: 1 } array } => Array(array.ElementType, items),
            { Type: INamedTypeSymbol { TypeKind: TypeKind.Interface, TypeArguments: [var item] } wanted } => OfInterface(wanted, item, collection, items),
            { ConstructMethod: { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true } constructor } => Filled(constructor, items),
            { ConstructMethod: { IsStatic: true, TypeArguments: [var item] } builder } => Built(builder, item, items),
            _ => null,
        };
    }

    static InitialValue? Array(ITypeSymbol item, ImmutableArray<InitialValue> items) =>
        ReflectionNames.Of(item) is { } name ? new(InitialValueKind.Array, name) { Arguments = items } : null;

    /// <summary>The compiler makes a list where items can be added, else something that can only be read; an array is that.</summary>
    static InitialValue? OfInterface(INamedTypeSymbol wanted, ITypeSymbol item, ICollectionExpressionOperation collection, ImmutableArray<InitialValue> items)
    {
        if (wanted.OriginalDefinition.SpecialType is not (SpecialType.System_Collections_Generic_IList_T or SpecialType.System_Collections_Generic_ICollection_T))
        {
            return Array(item, items);
        }

        var list = collection.SemanticModel?.Compilation.GetTypeByMetadataName("System.Collections.Generic.List`1")?.Construct(item);
        return list?.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) is { } plain ? Filled(plain, items) : null;
    }

    static InitialValue? Filled(IMethodSymbol constructor, ImmutableArray<InitialValue> items)
    {
        var type = constructor.ContainingType;
        var add = type.GetMembers("Add").OfType<IMethodSymbol>().FirstOrDefault(method => method is { IsStatic: false, Parameters.Length: 1 });
        if (add is null && !items.IsEmpty)
        {
            return null;
        }

        var calls = items.Select(item => Creations.Call(add!, [item])).ToList();
        return calls.Contains(null) ? null : Creations.Of(type, constructor, [], [.. calls.Select(call => call!)]);
    }

    /// <summary>A builder that takes a span has, in the framework, a brother that takes an array.</summary>
    static InitialValue? Built(IMethodSymbol builder, ITypeSymbol item, ImmutableArray<InitialValue> items)
    {
        var brother = builder.ContainingType.GetMembers(builder.Name).OfType<IMethodSymbol>()
            .FirstOrDefault(method => method is { Arity: 1, Parameters: [{ Type: IArrayTypeSymbol { Rank: 1 } }] })?.Construct(item);
        return brother is not null && PlainFactories.Has(brother) && Array(item, items) is { } array
            && ReflectionNames.Of(brother.ContainingType) is { } type
            && InitialValues.Parameters(brother) is { } parameters && InitialValues.Names(brother.TypeArguments) is { } arguments
                ? new(InitialValueKind.Static, type, brother.Name) { Parameters = parameters, TypeArguments = arguments, Arguments = [array] }
                : null;
    }
}
