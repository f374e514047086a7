using System.Globalization;

namespace HotReload.Lsp.Workspace;

/// <summary>What counts of a file that says how a program is built.</summary>
internal static class BuildFileText
{
    const string RestoreFile = "project.assets.json";

    /// <summary>The text of a file of the user's, the directives of a file-based program, or the time and size of a
    /// restore's, which can be large; null where there is none.</summary>
    public static string? Read(string path) =>
        Path.GetFileName(path) == RestoreFile ? Stamp(new FileInfo(path))
        : SourceFiles.IsProgram(path) ? FileDirectives.Of(SourceFiles.Read(path))
        : SourceFiles.Read(path);

    static string? Stamp(FileInfo file) => file.Exists
        ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks} {file.Length}")
        : null;
}
