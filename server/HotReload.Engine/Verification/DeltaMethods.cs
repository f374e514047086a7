using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>
/// Which of the methods that the program was built with a delta brings new code for. What the text says of that is not enough: the SDK's
/// analysis leaves members out that were edited, or that follow from what was. Not thread-safe.
/// </summary>
internal sealed class DeltaMethods
{
    readonly Dictionary<Guid, IReadOnlyDictionary<string, int>> _built = [];

    /// <summary>Tells of a method, by its name in a digest, whether it is in none of a project's deltas although it was there when the program was built.</summary>
    /// <param name="deltas">All of a change.</param>
    /// <param name="project">The project.</param>
    public Func<string, bool> MissingOf(ImmutableArray<ModuleDelta> deltas, Project project)
    {
        var own = deltas.Where(delta => delta.AssemblyName == project.AssemblyName).ToList();
        if (own is not [var delta])
        {
            return _ => false;
        }

        if (!_built.TryGetValue(delta.ModuleId, out var built))
        {
            built = ImmutableDictionary<string, int>.Empty;
            BuiltModules.Read(delta.ModuleId, project.Solution, (image, _) => built = ImageDigest.ReadMethods(image));
            _built.Add(delta.ModuleId, built);
        }

        using var provider = MetadataReaderProvider.FromMetadataImage(delta.Metadata);
        var brought = provider.GetMetadataReader().GetEditAndContinueMapEntries()
            .Where(handle => handle.Kind == HandleKind.MethodDefinition).Select(MetadataTokens.GetRowNumber).ToHashSet();
        return id => built.TryGetValue(id, out var row) && !brought.Contains(row);
    }
}
