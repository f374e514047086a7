using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using HotReload.Core.Buffers;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>
/// Compares the sources with the checksums that the compiler wrote into the PDBs. One differing file would make the
/// edit-and-continue service treat its whole project as stale, without a word; so it is found out before the start.
/// </summary>
internal static class BaselineCheck
{
    /// <summary>What keeps the last build from being the baseline, by project; empty when nothing does.</summary>
    public static async Task<ImmutableArray<BaselineFault>> CheckAsync(IEnumerable<Project> projects, ProjectReadings readings, CancellationToken cancellationToken)
    {
        var faults = ImmutableArray.CreateBuilder<BaselineFault>();
        foreach (var project in projects)
        {
            if (FindBuildReason(project, readings) is { } reason)
            {
                faults.Add(new(project.Id, reason, NeedsBuild: true));
            }
            else if (await FindTextFaultAsync(project, cancellationToken) is { } difference)
            {
                faults.Add(new(project.Id, difference, NeedsBuild: false));
            }
        }

        return faults.ToImmutable();
    }

    /// <summary>
    /// What keeps the program's own folder from having what its projects were compiled to: each of them can be built by itself, and one whose surface stays the same
    /// has nothing else built again.
    /// </summary>
    public static ImmutableArray<BaselineFault> CheckCopies(Solution solution, ProjectId startup) =>
        Path.GetDirectoryName(solution.GetProject(startup)!.OutputFilePath) is { } folder
            ? [.. solution.Projects.Where(project => project.Id != startup).Select(project => FindCopyFault(project, folder)).OfType<BaselineFault>()]
            : [];

    static BaselineFault? FindCopyFault(Project project, string folder)
    {
        if (project.OutputFilePath is not { } output || Path.Combine(folder, Path.GetFileName(output)) is var copy && (copy == output || !File.Exists(copy)))
        {
            return null;
        }

        return ReadMvid(copy) == ReadMvid(output) ? null : new(project.Id, $"{copy} is not what {project.Name} was built to last.", NeedsBuild: true);
    }

    /// <summary>What only a build can mend.</summary>
    static string? FindBuildReason(Project project, ProjectReadings readings)
    {
        if (project.CompilationOutputInfo.AssemblyPath is not { } built || !File.Exists(built))
        {
            return $"{project.Name} has not been built.";
        }

        if (BuildInputs.FindBuildReason(project, readings) is { } reason)
        {
            return reason;
        }

        return project.OutputFilePath is { } output && ReadMvid(output) != ReadMvid(built)
            ? $"{project.Name}: {output} is not the assembly that was compiled last."
            : null;
    }

    /// <summary>What text in memory can mend: a build would say the same again.</summary>
    static async Task<string?> FindTextFaultAsync(Project project, CancellationToken cancellationToken)
    {
        var built = project.CompilationOutputInfo.AssemblyPath!;
        if (ReadChecksums(built) is not { } checksums)
        {
            return $"{project.Name} was built without a portable PDB.";
        }

        var texts = project.Documents.Cast<TextDocument>().Concat(project.AdditionalDocuments).ToList();
        if (checksums.Count > 0 && !texts.Exists(document => document.FilePath is { } path && checksums.ContainsKey(path)))
        {
            return $"{project.Name} was built with other names for its files (PathMap), and no edit of them would be found.";
        }

        var writtenAt = File.GetLastWriteTimeUtc(built);
        foreach (var document in texts)
        {
            if (document.FilePath is not { } path)
            {
                continue;
            }

            if (checksums.TryGetValue(path, out var expected))
            {
                var text = await document.GetTextAsync(cancellationToken);
                if (!text.GetChecksum().AsSpan().SequenceEqual(expected.AsSpan()))
                {
                    return $"{path} differs from what {project.Name} was built from.";
                }
            }
            else if (File.GetLastWriteTimeUtc(path) > writtenAt)
            {
                return $"{path} was added or changed after {project.Name} was built.";
            }
        }

        return null;
    }

    /// <summary>The module version id of an assembly, or an empty one where the file can't be read.</summary>
    public static Guid ReadMvid(string assemblyPath)
    {
        try
        {
            using var reader = new PEReader(File.OpenRead(assemblyPath));
            var metadata = reader.GetMetadataReader();
            return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or InvalidOperationException)
        {
            return Guid.Empty;
        }
    }

    static Dictionary<string, ImmutableArray<byte>>? ReadChecksums(string assemblyPath)
    {
        try
        {
            using var pe = new PEReader(File.OpenRead(assemblyPath));
            if (!pe.TryOpenAssociatedPortablePdb(assemblyPath, File.OpenRead, out var provider, out _) || provider is null)
            {
                return null;
            }

            using (provider)
            {
                var pdb = provider.GetMetadataReader();
                var checksums = new Dictionary<string, ImmutableArray<byte>>(PathIdentity.Comparer);
                foreach (var handle in pdb.Documents)
                {
                    var document = pdb.GetDocument(handle);
                    checksums[pdb.GetString(document.Name)] = pdb.GetBlobContent(document.Hash);
                }

                return checksums;
            }
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            return null;
        }
    }
}
