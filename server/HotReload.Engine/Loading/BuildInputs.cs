using System.Text.Json;
using HotReload.Core.Buffers;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>What a build is made from besides source text, judged by time as MSBuild itself does.</summary>
internal static class BuildInputs
{
    /// <summary>What MSBuild imports from the folders above: with the project itself, that on which it compiles anew.</summary>
    static readonly string[] s_shared = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>What the SDK and NuGet look for in the folders above. NuGet knows these three spellings.</summary>
    static readonly string[] s_settings = ["global.json", "nuget.config", "NuGet.config", "NuGet.Config"];

    /// <summary>
    /// Why a project must be built before it can be loaded, or null. Its references are looked at, too: evaluated with what an older restore found, one would
    /// miss its new packages, and all of its edits would be held for errors that no build has.
    /// </summary>
    public static string? FindRestoreReason(string projectPath) =>
        FindOwnRestoreReason(projectPath)
        ?? FindRestored(projectPath).Where(path => path != projectPath && File.Exists(path) && File.Exists(FindAssets(path))).Select(FindOwnRestoreReason).FirstOrDefault(reason => reason is not null);

    static string? FindOwnRestoreReason(string projectPath)
    {
        var assets = FindAssets(projectPath);
        var folder = Path.GetDirectoryName(assets)!;
        if (!File.Exists(assets))
        {
            return $"{Path.GetFileNameWithoutExtension(projectPath)} has not been restored.";
        }

        // A restore that finds nothing to do writes nothing, so the last build counts as well.
        var builtAt = Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories)
            .Append(assets)
            .Max(File.GetLastWriteTimeUtc);
        return FindProjectInputs(projectPath).FirstOrDefault(path => File.GetLastWriteTimeUtc(path) > builtAt) is { } newer
            ? $"{newer} changed after the last build."
            : null;
    }

    /// <summary>Why a loaded project must be built again, or null.</summary>
    public static string? FindBuildReason(Project project, ProjectReadings readings)
    {
        if (project.FilePath is not { } path || project.CompilationOutputInfo.AssemblyPath is not { } built)
        {
            return null;
        }

        var builtAt = File.GetLastWriteTimeUtc(built);
        var folder = Path.GetDirectoryName(path)!;
        var newer = FindProjectInputs(path)
            .FirstOrDefault(input => File.GetLastWriteTimeUtc(input) > builtAt)
            ?? NewerResource(folder, built)
            ?? NewerNamed(readings.Of(path), builtAt)
            ?? NewerReference(project, builtAt)
            ?? NewerContent(folder, project.OutputFilePath);
        return newer is null ? null : $"{newer} changed after {project.Name} was built.";
    }

    /// <summary>A project file and the files above it that the SDK imports by their names: the nearest of each, and those that it imports.</summary>
    public static IEnumerable<string> FindProjectInputs(string projectPath) =>
        s_shared.SelectMany(name => FindShared(projectPath, name)).Prepend(projectPath);

    /// <summary>All files that can be one of those: they are there or not.</summary>
    public static IEnumerable<string> FindPossibleInputs(string projectPath)
    {
        yield return projectPath;
        foreach (var folder in FoldersAbove(projectPath))
        {
            foreach (var name in s_shared)
            {
                yield return Path.Combine(folder.FullName, name);
            }
        }
    }

    static IEnumerable<string> FindShared(string projectPath, string name)
    {
        foreach (var folder in FoldersAbove(projectPath))
        {
            var path = Path.Combine(folder.FullName, name);
            if (!File.Exists(path))
            {
                continue;
            }

            yield return path;

            // MSBuild looks no further; what imports another one most often means the next above.
            if (!Imports(path))
            {
                yield break;
            }
        }
    }

    static bool Imports(string path)
    {
        try
        {
            return File.ReadAllText(path).Contains("<Import", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nobody can tell: one file too many costs a build, one too few a wrong program.
            return true;
        }
    }

    /// <summary>Those, and what chooses the SDK that builds the project and where its packages come from.</summary>
    public static IEnumerable<string> FindBuildFiles(string projectPath)
    {
        foreach (var path in FindProjectInputs(projectPath))
        {
            yield return path;
        }

        foreach (var folder in FoldersAbove(projectPath))
        {
            foreach (var path in s_settings.Select(name => Path.Combine(folder.FullName, name)).Where(File.Exists))
            {
                yield return path;
            }
        }
    }

    /// <summary>What a restore makes of the project's references: beside the project, or where <c>UseArtifactsOutput</c> has it, in a folder above. The newest counts.</summary>
    public static string FindAssets(string projectPath)
    {
        const string Name = "project.assets.json";
        var own = Path.Combine(Path.GetDirectoryName(projectPath)!, "obj", Name);
        var found = FoldersAbove(projectPath)
            .Select(folder => Path.Combine(folder.FullName, "artifacts", "obj", Path.GetFileNameWithoutExtension(projectPath), Name))
            .Prepend(own)
            .Where(File.Exists);
        return found.MaxBy(File.GetLastWriteTimeUtc) ?? own;
    }

    /// <summary>The folders that a project lies in, its own first.</summary>
    static IEnumerable<DirectoryInfo> FoldersAbove(string projectPath)
    {
        for (var folder = new DirectoryInfo(Path.GetDirectoryName(projectPath)!); folder is not null; folder = folder.Parent)
        {
            yield return folder;
        }
    }

    /// <summary>The projects that a restore of a project took in, by what NuGet has written down of it.</summary>
    static IEnumerable<string> FindRestored(string projectPath)
    {
        try
        {
            var graph = Path.Combine(Path.GetDirectoryName(FindAssets(projectPath))!, Path.GetFileName(projectPath) + ".nuget.dgspec.json");
            using var document = JsonDocument.Parse(File.ReadAllBytes(graph));
            return [.. document.RootElement.GetProperty("projects").EnumerateObject().Select(project => project.Name)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // The build after loading finds out what there is to be built; it is slower, and so is what follows.
            return [];
        }
    }

    /// <summary>A resource that changed after the build. One for a language alone makes a new satellite assembly and no other.</summary>
    static string? NewerResource(string folder, string built)
    {
        var satellites = Path.GetFileNameWithoutExtension(built) + ".resources.dll";
        var builtAt = Directory.EnumerateFiles(Path.GetDirectoryName(built)!, satellites, SearchOption.AllDirectories)
            .Append(built)
            .Max(File.GetLastWriteTimeUtc);
        return Directory.EnumerateFiles(folder, "*.resx", SearchOption.AllDirectories)
            .FirstOrDefault(resource => File.GetLastWriteTimeUtc(resource) > builtAt);
    }

    static string? NewerNamed(NamedFiles files, DateTime builtAt) =>
        files.Built.FirstOrDefault(file => File.GetLastWriteTimeUtc(file) > builtAt);

    /// <summary>A referenced assembly that nobody builds here, and that somebody has replaced.</summary>
    static string? NewerReference(Project project, DateTime builtAt) => project.MetadataReferences
        .OfType<PortableExecutableReference>()
        .Select(reference => reference.FilePath)
        .OfType<string>()
        .FirstOrDefault(path => File.GetLastWriteTimeUtc(path) > builtAt);

    /// <summary>A file that was copied beside the program and has changed since.</summary>
    static string? NewerContent(string folder, string? output)
    {
        var target = output is null ? null : Path.GetDirectoryName(output);
        if (target is null || !Directory.Exists(target) || string.Equals(target, folder, PathIdentity.Comparison))
        {
            return null;
        }

        return Directory.EnumerateFiles(target)
            .Select(copy => (Copy: copy, Source: Path.Combine(folder, Path.GetFileName(copy))))
            .FirstOrDefault(file => File.Exists(file.Source) && File.GetLastWriteTimeUtc(file.Source) > File.GetLastWriteTimeUtc(file.Copy))
            .Source;
    }
}
