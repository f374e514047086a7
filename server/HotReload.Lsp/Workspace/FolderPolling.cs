namespace HotReload.Lsp.Workspace;

/// <summary>Finds changed source files by looking at them again and again, where the system has no watcher left.</summary>
internal sealed class FolderPolling : IDisposable
{
    /// <summary>The time between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    readonly FolderContents _contents;
    readonly Action<string> _touched;
    readonly ITimer _timer;

    public FolderPolling(FolderContents contents, Action<string> touched, TimeProvider time)
    {
        _contents = contents;
        _touched = touched;
        _timer = time.CreateTimer(_ => Compare(), null, Interval, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    void Compare()
    {
        foreach (var path in _contents.Compare())
        {
            _touched(path);
        }

        _timer.Change(Interval, Timeout.InfiniteTimeSpan);
    }
}
