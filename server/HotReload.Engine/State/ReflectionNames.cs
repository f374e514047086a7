using Microsoft.CodeAnalysis;

namespace HotReload.Engine.State;

/// <summary>The names under which reflection finds types; null for what has none outside of its code.</summary>
internal static class ReflectionNames
{
    /// <summary>A type's name with the assembly that the compiler found it in.</summary>
    public static string? Of(ITypeSymbol type) => Split(type) is var (name, assembly) ? $"{name}, {assembly}" : null;

    /// <summary>The name of a type's definition in its own assembly.</summary>
    public static string OfDefinition(INamedTypeSymbol type)
    {
        var chain = new Stack<string>();
        for (var level = type.OriginalDefinition; level is not null; level = level.ContainingType)
        {
            chain.Push(level.MetadataName);
        }

        var space = type.ContainingNamespace;
        return (space is null or { IsGlobalNamespace: true } ? "" : space.ToDisplayString() + ".") + string.Join('+', chain);
    }

    static (string Name, string Assembly)? Split(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Split(array.ElementType) is var (name, assembly)
            ? ($"{name}[{new string(',', array.Rank - 1)}]", assembly)
            : null,
        IDynamicTypeSymbol => ("System.Object", "System.Runtime"),
        INamedTypeSymbol { IsAnonymousType: false } named => Split(named),
        _ => null,
    };

    static (string Name, string Assembly)? Split(INamedTypeSymbol named)
    {
        var type = named.TupleUnderlyingType ?? named;
        var arguments = Arguments(type).Select(Split).ToList();
        if (type.ContainingAssembly is not { } assembly || arguments.Contains(null))
        {
            return null;
        }

        var list = arguments.Count == 0 ? "" : $"[{string.Join(',', arguments.Select(item => $"[{item!.Value.Name}, {item.Value.Assembly}]"))}]";
        return (OfDefinition(type) + list, assembly.Identity.Name);
    }

    /// <summary>Reflection writes the arguments of all levels behind the innermost.</summary>
    static IEnumerable<ITypeSymbol> Arguments(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Arguments(outer).Concat(type.TypeArguments) : type.TypeArguments;
}
