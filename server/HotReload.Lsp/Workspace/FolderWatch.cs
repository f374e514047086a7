using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;

namespace HotReload.Lsp.Workspace;

/// <summary>
/// Watches the folders of a session's projects, for clients that can't. Where the system has no watcher left it looks
/// at the files' times instead, and says so.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    readonly List<IDisposable> _watchers = [];
    readonly Action<string> _touched;
    readonly EventStream _events;
    readonly TimeProvider _time;

    FolderWatch(Action<string> touched, EventStream events, TimeProvider time) => (_touched, _events, _time) = (touched, events, time);

    public static FolderWatch Start(
        ImmutableArray<string> projectFiles, Action<string> touched, EventStream events, TimeProvider time)
    {
        var watch = new FolderWatch(touched, events, time);
        foreach (var folder in projectFiles.Select(path => Path.GetDirectoryName(path)!).Distinct(PathIdentity.Comparer))
        {
            watch.Add(folder);
        }

        return watch;
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    void Add(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, change) => _touched(change.FullPath);
        watcher.Created += (_, change) => _touched(change.FullPath);
        watcher.Deleted += (_, change) => _touched(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            _touched(change.OldFullPath);
            _touched(change.FullPath);
        };
        watcher.Error += (_, error) => Fall(folder, watcher, error.GetException());
        try
        {
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (IOException exception)
        {
            // The system's limit of watchers is reached.
            Fall(folder, watcher, exception);
        }
    }

    void Fall(string folder, FileSystemWatcher watcher, Exception exception)
    {
        watcher.Dispose();
        _watchers.Add(new FolderPolling(folder, _touched, _time));
        _events.Publish(null, EventKinds.WatchFallback, "", $"{folder} can't be watched ({exception.Message}); its files are looked at instead.");
    }
}
