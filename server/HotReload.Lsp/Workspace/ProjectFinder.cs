using System.Collections.Immutable;
using System.Xml.Linq;
using HotReload.Core.Buffers;
using HotReload.Lsp.Protocol;
using HotReload.Runtime.Profiles;

namespace HotReload.Lsp.Workspace;

/// <summary>Finds the projects of the workspace that can be run.</summary>
internal static class ProjectFinder
{
    /// <summary>Folders deeper than this are not searched: a workspace can be a whole disk.</summary>
    const int MaxDepth = 8;

    /// <summary>The package that serves a program for browsers alone. A client without it is a server's.</summary>
    const string DevServer = "Microsoft.AspNetCore.Components.WebAssembly.DevServer";

    static readonly EnumerationOptions s_enumeration = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = MaxDepth,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>The runnable projects below some folders, in the order of their paths.</summary>
    public static ImmutableArray<ProjectInfo> Find(IEnumerable<string> folders) =>
    [
        .. folders
            .Where(Directory.Exists)
            .SelectMany(FindIn)
            .Where(IsRunnable)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(Describe),
    ];

    /// <summary>The workspace itself may lie below a folder named like an output; only what is inside counts.</summary>
    static IEnumerable<string> FindIn(string folder)
    {
        var projects = FilesIn(folder, "*.csproj").ToList();
        var owned = projects.Select(path => Path.GetDirectoryName(path)!).ToHashSet(PathIdentity.Comparer);
        return projects.Concat(FilesIn(folder, "*.cs").Where(path => !IsBelow(path, folder, owned)));
    }

    static IEnumerable<string> FilesIn(string folder, string pattern) => Directory
        .EnumerateFiles(folder, pattern, s_enumeration)
        .Where(path => !SourceFiles.IsOutput(Path.GetRelativePath(folder, path)));

    /// <summary>Whether a file lies in a folder with a project, or below one: it is part of that, and no program of its own.</summary>
    static bool IsBelow(string path, string root, HashSet<string> folders)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null && folder.Length >= root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (folders.Contains(folder))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a project makes a program, or a file says by its directives that it is one. A file without any may be a program or a
    /// part of one; whoever wants to run it names it.
    /// </summary>
    static bool IsRunnable(string path) =>
        SourceFiles.IsProgram(path) ? SourceFiles.Read(path) is { } text && FileDirectives.Has(text) : IsRunnableProject(path);

    /// <summary>
    /// Whether a project makes a program, by what its file says: reading it costs nothing, evaluating it would run code of a
    /// folder that the user has only opened.
    /// </summary>
    static bool IsRunnableProject(string path)
    {
        try
        {
            var root = XDocument.Load(path).Root;
            var sdk = root?.Attribute("Sdk")?.Value ?? "";
            if (sdk.Contains("WebAssembly", StringComparison.OrdinalIgnoreCase))
            {
                return root!.Descendants().Any(element => element.Attribute("Include")?.Value == DevServer);
            }

            var output = root?.Descendants().FirstOrDefault(element => element.Name.LocalName == "OutputType")?.Value;
            return output is null
                ? sdk.StartsWith("Microsoft.NET.Sdk.Web", StringComparison.OrdinalIgnoreCase)
                    || sdk.StartsWith("Microsoft.NET.Sdk.Worker", StringComparison.OrdinalIgnoreCase)
                : output.EndsWith("Exe", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception exception) when (exception is System.Xml.XmlException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static ProjectInfo Describe(string path) => new(
        path,
        Path.GetFileNameWithoutExtension(path),
        [.. LaunchSettings.Read(path).Profiles.Select(profile => profile.Name)]);
}
