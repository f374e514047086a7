using HotReload.Core.Buffers;

namespace HotReload.Lsp.Workspace;

/// <summary>
/// What lies in a folder, as it was when it was looked at last. A watcher says nothing of the files of a folder that is moved, and
/// may lose some of what happens; comparing finds it all the same.
/// </summary>
internal sealed class FolderContents
{
    readonly Lock _gate = new();
    readonly Func<IEnumerable<string>> _list;
    Dictionary<string, (DateTime WrittenAt, long Length)> _known = [];

    FolderContents(Func<IEnumerable<string>> list)
    {
        _list = list;
        _known = Look();
    }

    /// <summary>The source and project files below a folder, without what tools write there.</summary>
    public static FolderContents Below(string folder) => new(() => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => SourceFiles.IsWatched(path) && !SourceFiles.IsOutput(Path.GetRelativePath(folder, path))));

    /// <summary>Some files.</summary>
    public static FolderContents Of(IEnumerable<string> files) => new(() => files.Where(File.Exists));

    /// <summary>Whether there were files below a path at the last look: then it was a folder.</summary>
    public bool HadFilesBelow(string path)
    {
        var start = path + Path.DirectorySeparatorChar;
        lock (_gate)
        {
            return _known.Keys.Any(file => file.StartsWith(start, PathIdentity.Comparison));
        }
    }

    /// <summary>The files that were written at a time or later, as it was at the last look.</summary>
    public IReadOnlyList<string> WrittenSince(DateTimeOffset time)
    {
        lock (_gate)
        {
            return [.. _known.Where(file => file.Value.WrittenAt >= time.UtcDateTime).Select(file => file.Key)];
        }
    }

    /// <summary>Looks again and returns the files that were changed, added or deleted since the last look.</summary>
    public IReadOnlyList<string> Compare()
    {
        lock (_gate)
        {
            var (before, now) = (_known, Look());
            _known = now;
            return
            [
                .. now.Where(file => !before.TryGetValue(file.Key, out var old) || old != file.Value).Select(file => file.Key),
                .. before.Keys.Where(path => !now.ContainsKey(path)),
            ];
        }
    }

    Dictionary<string, (DateTime WrittenAt, long Length)> Look()
    {
        try
        {
            return _list().Select(path => new FileInfo(path))
                .ToDictionary(file => file.FullName, file => (file.LastWriteTimeUtc, file.Exists ? file.Length : -1), PathIdentity.Comparer);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The folder is being changed right now; the next look sees the result.
            return _known;
        }
    }
}
