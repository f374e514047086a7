namespace HotReload.Engine.Emit;

/// <summary>
/// A folder that the program runs from instead of the build's own, which is left as it is: what was emitted, and links to
/// all the rest. It lies as deep below the project as the build's, for programs that look for files above themselves.
/// </summary>
/// <remarks>
/// A lock file beside it tells that it is in use. Whoever makes the next one removes those that nobody holds any more: a
/// server that was killed can't.
/// </remarks>
internal sealed class OutputFolder : IDisposable
{
    const string Prefix = "hotreload-";
    const string LockExtension = ".lock";
    readonly FileStream _lock;

    OutputFolder(string path, FileStream held) => (FullPath, _lock) = (path, held);

    public string FullPath { get; }

    /// <summary>Makes an empty one.</summary>
    /// <param name="intermediate">The folder of the build's intermediate output, such as <c>obj/Debug/net10.0</c>.</param>
    public static OutputFolder Create(string intermediate)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(intermediate))!;
        foreach (var abandoned in Directory.EnumerateFiles(parent, Prefix + "*" + LockExtension))
        {
            RemoveAbandoned(abandoned);
        }

        var path = Path.Combine(parent, Prefix + Path.GetFileNameWithoutExtension(Path.GetRandomFileName()));
        var held = new FileStream(path + LockExtension, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        Directory.CreateDirectory(path);
        return new(path, held);
    }

    /// <summary>Takes over one that a server has left; null where it is gone, or somebody has it.</summary>
    public static OutputFolder? TryAdopt(string path)
    {
        try
        {
            return Directory.Exists(path)
                ? new(path, new FileStream(path + LockExtension, FileMode.Open, FileAccess.Write, FileShare.None))
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Links everything in a build's output folder that was not written here.</summary>
    /// <param name="output">The build's output folder.</param>
    /// <param name="assembly">The file name of the program's assembly. Its host starts what lies beside the file itself, not beside a link.</param>
    public void Mirror(string output, string assembly)
    {
        var host = Path.GetFileNameWithoutExtension(assembly);
        foreach (var entry in new DirectoryInfo(output).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(FullPath, entry.Name);
            if (entry.Name == host || entry.Name == host + ".exe")
            {
                Copy(entry, target);
            }
            else if (!Path.Exists(target))
            {
                Link(entry, target);
            }
        }
    }

    public void Dispose()
    {
        _lock.Dispose();
        Remove(_lock.Name);
    }

    static void Link(FileSystemInfo entry, string target)
    {
        try
        {
            _ = entry is DirectoryInfo ? Directory.CreateSymbolicLink(target, entry.FullName) : File.CreateSymbolicLink(target, entry.FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            // Windows lets only some users make links, and some file systems nobody.
            Copy(entry, target);
        }
    }

    static void Copy(FileSystemInfo entry, string target)
    {
        if (entry is FileInfo file)
        {
            file.CopyTo(target);
            return;
        }

        Directory.CreateDirectory(target);
        foreach (var child in ((DirectoryInfo)entry).EnumerateFileSystemInfos())
        {
            Copy(child, Path.Combine(target, child.Name));
        }
    }

    static void RemoveAbandoned(string lockFile)
    {
        try
        {
            using (new FileStream(lockFile, FileMode.Open, FileAccess.Write, FileShare.None))
            {
            }

            Remove(lockFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody holds it, or it is somebody else's.
        }
    }

    static void Remove(string lockFile)
    {
        try
        {
            var folder = Path.ChangeExtension(lockFile, null);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            File.Delete(lockFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // On Windows a file of a program that has not ended yet can't be deleted; the next session does it.
        }
    }
}
