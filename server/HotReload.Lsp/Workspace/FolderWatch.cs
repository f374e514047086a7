using HotReload.Core.Buffers;

namespace HotReload.Lsp.Workspace;

/// <summary>Watches what lies in one folder. Where the system has no watcher left it looks at the files again and again instead.</summary>
internal sealed class FolderWatch : IDisposable
{
    readonly Lock _gate = new();
    readonly FolderContents _contents;
    readonly Action<string> _touched;
    readonly Action<string> _failed;
    readonly TimeProvider _time;
    IDisposable? _source;
    bool _ended;

    /// <param name="contents">What is watched.</param>
    /// <param name="touched">Told of each file that something happened to, from any thread.</param>
    /// <param name="failed">Told why there is no watcher any more, once.</param>
    /// <param name="time">The clock of the looks.</param>
    public FolderWatch(FolderContents contents, Action<string> touched, Action<string> failed, TimeProvider time) =>
        (_contents, _touched, _failed, _time) = (contents, touched, failed, time);

    /// <summary>Begins.</summary>
    /// <param name="create">Makes the system's watcher, which is not begun yet.</param>
    public void Start(Func<FileSystemWatcher> create)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = create();
            watcher.Changed += (_, change) => _touched(change.FullPath);
            watcher.Created += (_, change) => TouchAny(change.FullPath);
            watcher.Deleted += (_, change) => TouchAny(change.FullPath);
            watcher.Renamed += (_, change) =>
            {
                TouchAny(change.OldFullPath);
                TouchAny(change.FullPath);
            };
            watcher.Error += (_, error) => Fail(error.GetException());
            Use(watcher);
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The system's limit of watchers is reached, or the folder is none that can be watched.
            watcher?.Dispose();
            Poll(exception.Message);
        }
    }

    /// <summary>Tells of the files that were written before this began to watch.</summary>
    public void TouchWrittenSince(DateTimeOffset time)
    {
        foreach (var path in _contents.WrittenSince(time))
        {
            _touched(path);
        }
    }

    /// <summary>Something happened to a path that may be a folder: it takes its files along without a word of them.</summary>
    public void Compare(string path)
    {
        if (_contents.HadFilesBelow(path) || Directory.Exists(path))
        {
            Compare();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            _source?.Dispose();
        }
    }

    void TouchAny(string path)
    {
        _touched(path);
        Compare(path);
    }

    void Compare()
    {
        foreach (var path in _contents.Compare())
        {
            _touched(path);
        }
    }

    void Fail(Exception exception)
    {
        // Too much at once is lost, but what comes next is told again.
        if (exception is not InternalBufferOverflowException)
        {
            Poll(exception.Message);
        }

        Compare();
    }

    void Poll(string reason)
    {
        lock (_gate)
        {
            if (_ended || _source is FolderPolling)
            {
                return;
            }
        }

        _failed(reason);
        Use(new FolderPolling(_contents, _touched, _time));
    }

    void Use(IDisposable source)
    {
        lock (_gate)
        {
            _source?.Dispose();
            _source = source;
            if (_ended)
            {
                source.Dispose();
            }
        }
    }
}
