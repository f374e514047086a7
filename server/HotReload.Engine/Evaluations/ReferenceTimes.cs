using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Evaluations;

/// <summary>
/// When the assemblies that projects refer to, generators among them, were written. Roslyn reads each of them once; an evaluation says which they are and
/// nothing of what is in them.
/// </summary>
internal sealed record ReferenceTimes(ImmutableArray<(string Path, DateTime WrittenAt)> Files)
{
    /// <summary>As they are on disk now.</summary>
    public static ReferenceTimes Of(IEnumerable<ProjectInfo> projects) =>
        new([.. projects.SelectMany(PathsOf).Distinct(StringComparer.Ordinal).Select(path => (path, File.GetLastWriteTimeUtc(path)))]);

    /// <summary>The paths of a project's references.</summary>
    public static IEnumerable<string> PathsOf(ProjectInfo project) => project.MetadataReferences
        .Select(reference => (reference as PortableExecutableReference)?.FilePath ?? "")
        .Concat(project.AnalyzerReferences.Select(reference => reference.FullPath ?? ""));

    /// <summary>Whether none of them has been written since.</summary>
    public bool AreCurrent => Files.All(file => File.GetLastWriteTimeUtc(file.Path) == file.WrittenAt);
}
