using HotReload.Core.Buffers;

namespace HotReload.Lsp.Workspace;

/// <summary>Watches what lies in one folder. Where the system has no watcher left it looks at the files again and again instead.</summary>
internal sealed class FolderWatch : IDisposable
{
    readonly Lock _gate = new();
    readonly string _folder;
    readonly FolderContents _contents;
    readonly Action<string> _touched;
    readonly Action<string> _failed;
    readonly TimeProvider _time;
    FolderPolling? _polling;
    bool _ended;

    /// <param name="folder">Where it lies.</param>
    /// <param name="contents">What is watched.</param>
    /// <param name="touched">Told of each file that something happened to, from any thread.</param>
    /// <param name="failed">Told why there is no watcher any more, once.</param>
    /// <param name="time">The clock of the looks.</param>
    public FolderWatch(string folder, FolderContents contents, Action<string> touched, Action<string> failed, TimeProvider time) =>
        (_folder, _contents, _touched, _failed, _time) = (folder, contents, touched, failed, time);

    /// <summary>Hears of what happens from one of the system's watchers, which may be of more than this folder.</summary>
    public void Subscribe(FileSystemWatcher watcher)
    {
        watcher.Changed += (_, change) =>
        {
            if (PathIdentity.IsIn(change.FullPath, _folder))
            {
                _touched(change.FullPath);
            }
        };
        watcher.Created += (_, change) => TouchAny(change.FullPath);
        watcher.Deleted += (_, change) => TouchAny(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            TouchAny(change.OldFullPath);
            TouchAny(change.FullPath);
        };
        watcher.Error += (_, error) => Fail(error.GetException());
    }

    /// <summary>There is no watcher: the files are looked at from now on.</summary>
    /// <param name="reason">Why there is none.</param>
    public void Poll(string reason)
    {
        lock (_gate)
        {
            if (_ended || _polling is not null)
            {
                return;
            }

            _polling = new(_contents, _touched, _time);
        }

        _failed(reason);
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
            _polling?.Dispose();
        }
    }

    void TouchAny(string path)
    {
        if (PathIdentity.IsIn(path, _folder))
        {
            _touched(path);
            Compare(path);
        }
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
}
