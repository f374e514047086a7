namespace HotReload.Testing.Fixtures;

/// <summary>Copies folders as they are, times included: builds and the debugger's checksums depend on both.</summary>
static class FolderCopy
{
    static readonly string[] Built = ["bin", "obj", ".vs", "node_modules"];

    /// <summary>The files below a folder that a person wrote, relative to it, with forward slashes.</summary>
    public static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').SkipLast(1).Any(part => Built.Contains(part, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Makes <paramref name="target"/> a copy of <paramref name="source"/>; what else was there goes.</summary>
    public static void Mirror(string source, string target)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        Copy(source, target);
    }

    static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            var copy = Path.Combine(target, Path.GetFileName(file));
            File.Copy(file, copy);
            File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(file));
        }

        foreach (var folder in Directory.EnumerateDirectories(source))
        {
            Copy(folder, Path.Combine(target, Path.GetFileName(folder)));
        }
    }
}
