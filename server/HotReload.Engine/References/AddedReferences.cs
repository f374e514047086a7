using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.References;

/// <summary>
/// References that were added to the projects of a program while it runs. Those to projects are references to what these were built to: no delta
/// reaches them, and a change of one asks for a restart.
/// </summary>
public sealed class AddedReferences
{
    readonly IReadOnlyDictionary<ProjectId, IReadOnlyList<MetadataReference>> _references;
    readonly IReadOnlyList<AddedProject> _projects;

    internal AddedReferences(
        IReadOnlyDictionary<ProjectId, IReadOnlyList<MetadataReference>> references, IReadOnlyList<AddedProject> projects, ImmutableArray<string> assemblies)
    {
        (_references, _projects, Assemblies) = (references, projects, assemblies);
        Names = [.. references.Values.SelectMany(added => added).Select(reference => Path.GetFileNameWithoutExtension(reference.Display)!).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The simple names of the assemblies that are referred to now.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Full paths of the assemblies that code may need now and that the program was started without.</summary>
    public ImmutableArray<string> Assemblies { get; }

    /// <summary>Adds them to the same projects, whatever text these have.</summary>
    internal Solution AddTo(Solution solution)
    {
        solution = _projects.Aggregate(solution, (grown, project) => project.AddTo(grown));
        return _references.Aggregate(solution, (grown, added) => grown.AddMetadataReferences(added.Key, added.Value));
    }
}
