using HotReload.Core.Buffers;
using HotReload.Engine.Sdk;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HotReload.Engine.Loading;

/// <summary>
/// The generators and analyzers of the SDK and of packages, loaded once for all sessions of a server. Each workspace would load them again,
/// compile them again, and never let them go.
/// </summary>
internal sealed class SharedGenerators
{
    readonly Lock _gate = new();
    readonly Dictionary<string, Kept> _kept = new(PathIdentity.Comparer);

    sealed record Kept(DateTime WrittenAt, AnalyzerFileReference Reference);

    /// <summary>The solution with those that are loaded already in the place of its own of the same file.</summary>
    public Solution Share(Solution solution, SdkInstallation sdk)
    {
        foreach (var project in solution.Projects)
        {
            var shared = project.AnalyzerReferences.Select(reference => reference is AnalyzerFileReference file ? Find(file, sdk) : reference).ToList();
            solution = shared.SequenceEqual(project.AnalyzerReferences, ReferenceEqualityComparer.Instance)
                ? solution
                : solution.WithProjectAnalyzerReferences(project.Id, shared);
        }

        return solution;
    }

    AnalyzerFileReference Find(AnalyzerFileReference reference, SdkInstallation sdk)
    {
        if (!IsNeverWrittenAgain(reference.FullPath, sdk))
        {
            return reference;
        }

        var writtenAt = File.GetLastWriteTimeUtc(reference.FullPath);
        lock (_gate)
        {
            if (!_kept.TryGetValue(reference.FullPath, out var kept) || kept.WrittenAt != writtenAt)
            {
                _kept[reference.FullPath] = kept = new(writtenAt, reference);
            }

            return kept.Reference;
        }
    }

    /// <summary>Whether a file is part of an installation or of an unpacked package: what it needs does not change beside it either.</summary>
    static bool IsNeverWrittenAgain(string path, SdkInstallation sdk) =>
        PathIdentity.IsIn(path, Path.GetDirectoryName(sdk.DotnetExecutable)!) || Folders(path).Any(folder => File.Exists(Path.Combine(folder, ".nupkg.metadata")));

    static IEnumerable<string> Folders(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
