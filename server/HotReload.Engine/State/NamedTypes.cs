using Microsoft.CodeAnalysis;

namespace HotReload.Engine.State;

/// <summary>Finds types by their simple names.</summary>
internal static class NamedTypes
{
    /// <summary>The product's own, which a project may refer to.</summary>
    const string Annotations = "HotReload.Annotations";

    /// <summary>The full name of a type that a project declares, or has from the annotations; null where it has none.</summary>
    public static async Task<string?> FindAsync(Project project, string type, CancellationToken cancellationToken)
    {
        var compilation = await project.GetCompilationAsync(cancellationToken);
        var found = compilation?.GetSymbolsWithName(type, SymbolFilter.Type, cancellationToken).FirstOrDefault()
            ?? compilation?.GetTypeByMetadataName($"{Annotations}.{type}");
        return found?.ToDisplayString();
    }
}
