using System.Collections.Immutable;
using System.Xml.Linq;
using HotReload.Lsp.Protocol;
using HotReload.Runtime.Profiles;

namespace HotReload.Lsp.Workspace;

/// <summary>Finds the projects of the workspace that can be run.</summary>
internal static class ProjectFinder
{
    /// <summary>Folders deeper than this are not searched: a workspace can be a whole disk.</summary>
    const int MaxDepth = 8;

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
    static IEnumerable<string> FindIn(string folder) => Directory
        .EnumerateFiles(folder, "*.csproj", s_enumeration)
        .Where(path => !SourceFiles.IsOutput(Path.GetRelativePath(folder, path)));

    /// <summary>
    /// Whether a project makes a program, by what its file says: reading it costs nothing, evaluating it would run code of a
    /// folder that the user has only opened.
    /// </summary>
    static bool IsRunnable(string path)
    {
        try
        {
            var root = XDocument.Load(path).Root;
            var sdk = root?.Attribute("Sdk")?.Value ?? "";
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
