using HotReload.Core.Buffers;

namespace HotReload.Lsp.Workspace;

/// <summary>Which files matter to a session, and how.</summary>
internal static class SourceFiles
{
    static readonly HashSet<string> s_sources = new(StringComparer.OrdinalIgnoreCase) { ".cs", ".razor", ".cshtml" };

    static readonly HashSet<string> s_projects = new(StringComparer.OrdinalIgnoreCase) { ".csproj", ".props", ".targets" };

    static readonly HashSet<string> s_outputFolders = new(PathIdentity.Comparer) { "bin", "obj", ".git", ".vs", "node_modules" };

    /// <summary>The pattern under which a client watches all of them.</summary>
    public const string WatchPattern = "**/*.{cs,razor,cshtml,csproj,props,targets}";

    /// <summary>The pattern under which a client tells of folders that are gone: of the files in them it says nothing.</summary>
    public const string FolderPattern = "**/*";

    /// <summary>Text that a delta can be made from.</summary>
    public static bool IsSource(string path) => s_sources.Contains(Path.GetExtension(path));

    /// <summary>A file that says how the program is built: its change needs a restart.</summary>
    public static bool IsProject(string path) => s_projects.Contains(Path.GetExtension(path));

    /// <summary>Whether it is a project, and not what projects import.</summary>
    public static bool IsProjectItself(string path) =>
        string.Equals(Path.GetExtension(path), ".csproj", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path lies in a folder that tools write to.</summary>
    /// <param name="path">Relative to a folder of the user's: the folder's own name may be that of an output folder.</param>
    public static bool IsOutput(string path) =>
        Path.GetDirectoryName(path)?.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Any(s_outputFolders.Contains) == true;

    /// <summary>The text of a file as the compiler would read it; null when it does not exist or can't be read now.</summary>
    public static string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? FileText.Decode(File.ReadAllBytes(path)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
