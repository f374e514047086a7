using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Runtime.Profiles;
using HotReload.Web.Assets;

namespace HotReload.Lsp.Workspace;

/// <summary>Which files matter to a session, and how.</summary>
internal static class SourceFiles
{
    static readonly HashSet<string> s_sources =
        new(StringComparer.OrdinalIgnoreCase) { ".cs", ".razor", ".cshtml", ".editorconfig", ".globalconfig" };

    static readonly HashSet<string> s_projects = new(StringComparer.OrdinalIgnoreCase) { ".csproj", ".props", ".targets", ".resx" };

    static readonly HashSet<string> s_projectNames = new(StringComparer.OrdinalIgnoreCase) { "global.json", "nuget.config" };

    static readonly HashSet<string> s_outputFolders = new(PathIdentity.Comparer) { "bin", "obj", ".git", ".vs", "node_modules" };

    /// <summary>The patterns under which a client watches all of them.</summary>
    public static ImmutableArray<string> WatchPatterns { get; } =
    [
        $"**/*.{{{string.Join(',', AssetKinds.Endings.Select(ending => ending[1..]).Order(StringComparer.Ordinal))}}}",
        "**/*.{cs,razor,cshtml,editorconfig,globalconfig,csproj,props,targets,resx}",
        $"**/{{global.json,nuget.config,NuGet.config,NuGet.Config,{LaunchSettings.FileName},*{LaunchSettings.RunFileEnding}}}",
    ];

    /// <summary>The pattern under which a client tells of folders that are gone: of the files in them it says nothing.</summary>
    public const string FolderPattern = "**/*";

    /// <summary>Text that a delta can be made from, or that generators and the compiler read beside it.</summary>
    public static bool IsSource(string path) => s_sources.Contains(Path.GetExtension(path));

    /// <summary>A static file that pages may show.</summary>
    public static bool IsAsset(string path) => AssetKinds.Of(path) is not null;

    /// <summary>Whether anything follows from a change of the file.</summary>
    public static bool IsWatched(string path) => IsSource(path) || IsProject(path) || IsAsset(path);

    /// <summary>A file that says how the program is built or started: its change needs a restart.</summary>
    public static bool IsProject(string path) =>
        s_projects.Contains(Path.GetExtension(path)) || s_projectNames.Contains(Path.GetFileName(path)) || IsLaunchSettings(path);

    /// <summary>Whether it says how programs are started.</summary>
    public static bool IsLaunchSettings(string path) =>
        Path.GetFileName(path).Equals(LaunchSettings.FileName, StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(LaunchSettings.RunFileEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a project, and not what projects import.</summary>
    public static bool IsProjectItself(string path) =>
        string.Equals(Path.GetExtension(path), ".csproj", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it can be a program without a project.</summary>
    public static bool IsProgram(string path) => string.Equals(Path.GetExtension(path), ".cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path lies in a folder that tools write to.</summary>
    /// <param name="path">Relative to a folder of the user's: the folder's own name may be that of an output folder.</param>
    public static bool IsOutput(string path) =>
        Path.GetDirectoryName(path)?.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Any(s_outputFolders.Contains) == true;

    /// <summary>
    /// The text of a file as the compiler would read it; null when it does not exist or can't be read now. Of a file that is no text
    /// only a fingerprint is taken: that it has changed is all that matters.
    /// </summary>
    public static string? Read(string path)
    {
        try
        {
            return !File.Exists(path) ? null
                : IsAsset(path) && !AssetKinds.IsText(path) ? FileText.Fingerprint(path)
                : FileText.Decode(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
