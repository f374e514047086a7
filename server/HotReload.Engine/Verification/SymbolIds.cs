using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>The names under which source symbols are found in a digest.</summary>
internal static class SymbolIds
{
    /// <summary>Without a prefix; a file-local type by the name that it has in metadata.</summary>
    public static string OfType(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{OfType(outer)}.{type.MetadataName}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}"
        : type.MetadataName;

    /// <summary>The documentation name, with its prefix.</summary>
    public static string Of(ISymbol symbol)
    {
        if (symbol is INamedTypeSymbol type)
        {
            return $"T:{OfType(type)}";
        }

        var id = symbol.GetDocumentationCommentId() ?? "";
        var container = symbol.ContainingType.GetDocumentationCommentId() ?? "";
        return container.Length > 2 && id.Length > container.Length
            ? $"{id[..2]}{OfType(symbol.ContainingType)}{id[container.Length..]}"
            : id;
    }

    /// <summary>The type and the plain name in a digest's name.</summary>
    public static (string Type, string Name) Split(string id)
    {
        var path = id[2..];
        if (id.StartsWith("T:", StringComparison.Ordinal))
        {
            return (path, "");
        }

        var end = path.IndexOf('(', StringComparison.Ordinal);
        path = end < 0 ? path : path[..end];
        var dot = path.LastIndexOf('.');
        var name = path[(dot + 1)..];
        var arity = name.IndexOf("``", StringComparison.Ordinal);
        return (dot < 0 ? "" : path[..dot], arity < 0 ? name : name[..arity]);
    }

    /// <summary>The symbol that a digest's name stands for; null for what only the compiler knows of.</summary>
    public static ISymbol? Find(string id, Compilation compilation)
    {
        var declared = FindDeclared(id, compilation);
        if (declared is { IsImplicitlyDeclared: false } or INamedTypeSymbol)
        {
            return declared;
        }

        var (type, name) = Split(id);
        var members = FindDeclared($"T:{type}", compilation) is INamedTypeSymbol home ? home.GetMembers() : [];
        var owner = id.StartsWith("G:", StringComparison.Ordinal)
            ? members.FirstOrDefault(member => MetadataNames.OfMember(member.MetadataName) == name)
            : null;
        return owner ?? FindExtension(name, members) ?? declared;
    }

    static ISymbol? FindDeclared(string id, Compilation compilation) => GeneratedNames.IsGenerated(id)
        ? FindFileLocal(id, compilation)
        : DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation)
            .FirstOrDefault(symbol => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly));

    /// <summary>Several files may have a type of one documentation name that only they know; in metadata their names differ.</summary>
    static ISymbol? FindFileLocal(string id, Compilation compilation)
    {
        var (path, _) = Split(id);
        var parts = path.Split('.');
        var first = Array.FindIndex(parts, GeneratedNames.IsFileLocalType);
        var type = first < 0 ? null : compilation.Assembly.GetTypeByMetadataName(string.Join('.', parts[..(first + 1)]));
        foreach (var name in parts[(first + 1)..])
        {
            type = type?.GetTypeMembers().FirstOrDefault(member => member.MetadataName == name);
        }

        return id.StartsWith("T:", StringComparison.Ordinal) ? type : type?.GetMembers().FirstOrDefault(member => Of(member) == id);
    }

    /// <summary>What is declared in an extension block is compiled to a method of the class around it.</summary>
    static ISymbol? FindExtension(string name, ImmutableArray<ISymbol> members)
    {
        var plain = name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name[4..] : name;
        return members.OfType<INamedTypeSymbol>().Where(type => type.Name.Length == 0)
            .SelectMany(block => block.GetMembers()).FirstOrDefault(member => member.Name == plain);
    }
}
