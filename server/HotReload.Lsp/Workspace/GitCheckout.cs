namespace HotReload.Lsp.Workspace;

/// <summary>
/// Whether git is changing the working tree that a file lies in. Git keeps <c>index.lock</c> from before it writes the first file
/// until after the last, so a checkout is over when that is gone, however long it takes.
/// </summary>
/// <param name="time">What a lock's age is told by.</param>
internal sealed class GitCheckout(TimeProvider time)
{
    const string Folder = ".git";
    const string Lock = "index.lock";

    /// <summary>A lock that is older was left behind by a git that was killed.</summary>
    static readonly TimeSpan s_oldest = ChangeBurst.LongestCheckout;

    /// <summary>Whether any of some files lies in a working tree that is being written.</summary>
    public bool IsWriting(IEnumerable<string> paths) =>
        paths.Select(path => Path.GetDirectoryName(path)!).Distinct().Select(FindGit).OfType<string>().Distinct().Any(IsLocked);

    bool IsLocked(string git)
    {
        var file = new FileInfo(Path.Combine(git, Lock));
        return file.Exists && time.GetUtcNow() - file.LastWriteTimeUtc < s_oldest;
    }

    /// <summary>Where git keeps the index of a folder's working tree; null where it is in none.</summary>
    static string? FindGit(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
        {
            var git = Path.Combine(directory.FullName, Folder);
            if (Directory.Exists(git))
            {
                return git;
            }

            if (File.Exists(git))
            {
                return ReadLink(git, directory.FullName);
            }
        }

        return null;
    }

    /// <summary>In a worktree or a submodule a file says where the folder is: <c>gitdir: path</c>.</summary>
    static string? ReadLink(string file, string folder)
    {
        try
        {
            return File.ReadAllText(file).Split("gitdir:", 2) is [_, var target] ? Path.GetFullPath(target.Trim(), folder) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
