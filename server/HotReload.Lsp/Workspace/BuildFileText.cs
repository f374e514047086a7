using System.Globalization;

namespace HotReload.Lsp.Workspace;

/// <summary>What counts of a file that says how a program is built.</summary>
internal static class BuildFileText
{
    const string RestoreFile = "project.assets.json";

    /// <summary>The text of a file of the user's, the directives of a file-based program, the time and size of a restore's, which can be
    /// large, or a fingerprint of what is embedded, which may be anything; null where there is none.</summary>
    public static string? Read(string path) =>
        IsRestore(path) ? Stamp(new FileInfo(path))
        : SourceFiles.IsProgram(path) ? FileDirectives.Of(SourceFiles.Read(path))
        : SourceFiles.IsProject(path) ? SourceFiles.Read(path)
        : Fingerprint(path);

    /// <summary>Whether a restore has written the file.</summary>
    public static bool IsRestore(string path) => Path.GetFileName(path) == RestoreFile;

    static string? Fingerprint(string path)
    {
        try
        {
            return File.Exists(path) ? FileText.Fingerprint(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is being written; another word of it follows.
            return null;
        }
    }

    static string? Stamp(FileInfo file) => file.Exists
        ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks} {file.Length}")
        : null;
}
