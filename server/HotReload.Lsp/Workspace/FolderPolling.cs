using HotReload.Core.Buffers;

namespace HotReload.Lsp.Workspace;

/// <summary>Finds changed source files by their times, where the system has no watcher left.</summary>
internal sealed class FolderPolling : IDisposable
{
    static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);

    readonly string _folder;
    readonly Action<string> _touched;
    readonly ITimer _timer;
    Dictionary<string, DateTime> _known = [];

    public FolderPolling(string folder, Action<string> touched, TimeProvider time)
    {
        _folder = folder;
        _touched = touched;
        _known = Look();
        _timer = time.CreateTimer(_ => Compare(), null, s_interval, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    void Compare()
    {
        var now = Look();
        foreach (var path in now.Where(file => !_known.TryGetValue(file.Key, out var time) || time != file.Value).Select(file => file.Key))
        {
            _touched(path);
        }

        foreach (var path in _known.Keys.Where(path => !now.ContainsKey(path)))
        {
            _touched(path);
        }

        _known = now;
        _timer.Change(s_interval, Timeout.InfiniteTimeSpan);
    }

    Dictionary<string, DateTime> Look()
    {
        try
        {
            return Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
                .Where(path => (SourceFiles.IsSource(path) || SourceFiles.IsProject(path)) && !SourceFiles.IsOutput(Path.GetRelativePath(_folder, path)))
                .ToDictionary(path => path, File.GetLastWriteTimeUtc, PathIdentity.Comparer);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The folder is being changed right now; the next look sees the result.
            return _known;
        }
    }
}
