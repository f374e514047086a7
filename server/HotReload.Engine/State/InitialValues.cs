using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HotReload.Core.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace HotReload.Engine.State;

/// <summary>
/// Reads what an initializer makes from its bound code. It may make a constant, an object of constants, an array or a collection of
/// those; anything that looks elsewhere for its value (a parameter, another field, a method of the program) is not read.
/// </summary>
internal static class InitialValues
{
    /// <summary>The constant null, and the default of any struct.</summary>
    public static InitialValue Nothing { get; } = new(InitialValueKind.Constant, "");

    /// <summary>What a piece of code makes; null where that can't be said.</summary>
    public static InitialValue? Read(IOperation operation) => operation switch
    {
        { ConstantValue.HasValue: true } => Constant(operation.Type, operation.ConstantValue.Value),
        IConversionOperation conversion => ReadConverted(conversion),
        IDefaultValueOperation => Nothing,
        ITypeOfOperation type => ReflectionNames.Of(type.TypeOperand) is { } name ? new(InitialValueKind.TypeOf, name) : null,
        IObjectCreationOperation creation => Creations.Read(creation),
        ITupleOperation { Type: INamedTypeSymbol tuple } items => Creations.ReadTuple(tuple, items.Elements),
        IArrayCreationOperation array => ReadArray(array),
        ICollectionExpressionOperation collection => Collections.Read(collection),
        IInvocationOperation { Instance: null } call when PlainFactories.Has(call.TargetMethod) => ReadCall(call),
        IPropertyReferenceOperation { Instance: null } property when PlainFactories.Has(property.Property) => Static(property.Property),
        IFieldReferenceOperation { Instance: null, Field.IsReadOnly: true } field when PlainFactories.Has(field.Field) => Static(field.Field),
        _ => null,
    };

    /// <summary>What several pieces of code make; null where one of them can't be said.</summary>
    public static ImmutableArray<InitialValue>? ReadAll(IEnumerable<IOperation> operations)
    {
        var values = operations.Select(Read).ToList();
        return values.Contains(null) ? null : [.. values.Select(value => value!)];
    }

    /// <summary>What a method is given, in the order of its parameters; null where that can't be said.</summary>
    public static ImmutableArray<InitialValue>? ReadArguments(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Any(argument => argument.Parameter is not { RefKind: RefKind.None })
            ? null
            : ReadAll(arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value));

    /// <summary>The types of a method's parameters; null where one has no name.</summary>
    public static ImmutableArray<string>? Parameters(IMethodSymbol method) => Names(method.Parameters.Select(parameter => parameter.Type));

    /// <summary>The names of types; null where one has none.</summary>
    public static ImmutableArray<string>? Names(IEnumerable<ITypeSymbol> types)
    {
        var names = types.Select(ReflectionNames.Of).ToList();
        return names.Contains(null) ? null : [.. names.Select(name => name!)];
    }

    static InitialValue? Constant(ITypeSymbol? type, object? value) => (value, type is null ? null : ReflectionNames.Of(type)) switch
    {
        (null, _) => Nothing,
        (_, null) => null,
        (string text, _) when text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) => null,
        (char character, var name) => new(InitialValueKind.Constant, name, ((int)character).ToString(CultureInfo.InvariantCulture)),
        var (_, name) => new(InitialValueKind.Constant, name, Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    static InitialValue? ReadConverted(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is not null)
        {
            return null;
        }

        // To a nullable type: the constant is written as what it is nullable of.
        if (conversion is { Operand.ConstantValue: { HasValue: true, Value: { } value }, Type: INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable })
        {
            return Constant(nullable.TypeArguments[0], value);
        }

        // A number that is no constant would have to be converted when it is there.
        return conversion.GetConversion().IsNumeric ? null : Read(conversion.Operand);
    }

    static InitialValue? ReadArray(IArrayCreationOperation array)
    {
        if (array is not { Type: IArrayTypeSymbol { Rank: 1 } type, DimensionSizes: [var size] } || ReflectionNames.Of(type.ElementType) is not { } element)
        {
            return null;
        }

        if (array.Initializer is { } initializer)
        {
            return ReadAll(initializer.ElementValues) is { } items ? new(InitialValueKind.Array, element) { Arguments = items } : null;
        }

        return size.ConstantValue is { HasValue: true, Value: { } length }
            ? new(InitialValueKind.Array, element, Convert.ToString(length, CultureInfo.InvariantCulture)!)
            : null;
    }

    static InitialValue? ReadCall(IInvocationOperation call) =>
        ReadArguments(call.Arguments) is { } arguments && ReflectionNames.Of(call.TargetMethod.ContainingType) is { } type
        && Parameters(call.TargetMethod) is { } parameters && Names(call.TargetMethod.TypeArguments) is { } typeArguments
            ? new(InitialValueKind.Static, type, call.TargetMethod.Name) { Parameters = parameters, TypeArguments = typeArguments, Arguments = arguments }
            : null;

    static InitialValue? Static(ISymbol member) =>
        ReflectionNames.Of(member.ContainingType) is { } type ? new(InitialValueKind.Static, type, member.Name) : null;
}
