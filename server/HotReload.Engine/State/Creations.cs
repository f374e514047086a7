using System.Collections.Immutable;
using HotReload.Core.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HotReload.Engine.State;

/// <summary>Reads the creation of an object with its initializer.</summary>
internal static class Creations
{
    const int MostTupleItems = 7;

    /// <summary>What is created; null where that can't be said.</summary>
    public static InitialValue? Read(IObjectCreationOperation creation)
    {
        if (creation is not { Type: { } type, Constructor: { } constructor }
            || InitialValues.ReadArguments(creation.Arguments) is not { } arguments)
        {
            return null;
        }

        var calls = (creation.Initializer?.Initializers ?? []).Select(ReadCall).ToList();
        return calls.Contains(null) ? null : Of(type, constructor, arguments, [.. calls.Select(call => call!)]);
    }

    /// <summary>A new object of a type.</summary>
    public static InitialValue? Of(
        ITypeSymbol type, IMethodSymbol constructor, ImmutableArray<InitialValue> arguments, ImmutableArray<InitialValue> calls) =>
        ReflectionNames.Of(type) is { } name && InitialValues.Parameters(constructor) is { } parameters
            ? new(InitialValueKind.Create, name) { Parameters = parameters, Arguments = arguments, Calls = calls }
            : null;

    /// <summary>A tuple of some items.</summary>
    public static InitialValue? ReadTuple(INamedTypeSymbol tuple, ImmutableArray<IOperation> items) =>
        items.Length <= MostTupleItems && ReflectionNames.Of(tuple) is { } name
        && InitialValues.ReadAll(items) is { } arguments && InitialValues.Names(tuple.TypeArguments) is { } parameters
            ? new(InitialValueKind.Create, name) { Parameters = parameters, Arguments = arguments }
            : null;

    /// <summary>A method call on an object that is made.</summary>
    public static InitialValue? Call(IMethodSymbol method, ImmutableArray<InitialValue> arguments) =>
        InitialValues.Parameters(method) is { } parameters
            ? new(InitialValueKind.Call, "", method.Name) { Parameters = parameters, Arguments = arguments }
            : null;

    static InitialValue? ReadCall(IOperation initializer) => initializer switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: false, IsExtensionMethod: false } add } call =>
            InitialValues.ReadArguments(call.Arguments) is { } arguments ? Call(add, arguments) : null,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.SetMethod: { } setter } property } assignment =>
            InitialValues.ReadArguments(property.Arguments) is { } indexes && InitialValues.Read(assignment.Value) is { } value
                ? Call(setter, indexes.Add(value))
                : null,
        _ => null,
    };
}
