using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;

namespace HotReload.Lsp.Workspace;

/// <summary>The watches of all sessions, for clients that can't watch, and for files that they don't.</summary>
/// <param name="events">Told where nothing can be watched.</param>
/// <param name="log">The same.</param>
/// <param name="time">The clock of the looks.</param>
/// <param name="create">Makes a watcher of a folder; it throws where there is none to be had.</param>
internal sealed class FolderWatches(EventStream events, ServerLog log, TimeProvider time, Func<string, FileSystemWatcher> create)
{
    /// <summary>The variable by which .NET's own watchers are told that a file system tells of no changes (a container's, a network's).</summary>
    public const string PollingVariable = "DOTNET_USE_POLLING_FILE_WATCHER";

    ImmutableArray<FolderWatch> _all = [];

    /// <summary>The system's watchers, unless the environment says that they are of no use.</summary>
    public static FolderWatches Create(EventStream events, ServerLog log, TimeProvider time) => new(
        events, log, time,
        Environment.GetEnvironmentVariable(PollingVariable) is "1" or "true" or "True"
            ? _ => throw new IOException($"{PollingVariable} is set")
            : folder => new FileSystemWatcher(folder));

    /// <summary>Begins to watch the files of a session. The result ends the watch.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="since">When the session began to read them: what nobody else has watched between then and now is told, too.</param>
    /// <param name="touched">Told of each file that something happened to, from any thread.</param>
    /// <param name="by">Who watches the folders of the projects.</param>
    public IDisposable Start(SourcePlaces sources, DateTimeOffset since, Action<string> touched, WatchedBy by)
    {
        var (watches, watchers) = (new List<FolderWatch>(), new List<FileSystemWatcher>());
        foreach (var shared in WatchedFolders.Cover(sources.Projects.Select(path => Path.GetDirectoryName(path)!)))
        {
            FolderWatch[] projects =
            [
                .. shared.Select(folder => Create(FolderContents.Below(folder), folder, path => { if (SourceFiles.IsWatched(path)) { touched(path); } })),
            ];
            watches.AddRange(projects);
            if (by == WatchedBy.Server)
            {
                Begin(shared.Key, SearchOption.AllDirectories, projects, watchers);
                Array.ForEach(projects, watch => watch.TouchWrittenSince(since));
            }
        }

        // A client watches its workspace, and kinds of files; such a file may lie anywhere and be of any kind.
        foreach (var folder in sources.Named.Concat(sources.Inputs).GroupBy(path => Path.GetDirectoryName(path)!, PathIdentity.Comparer))
        {
            var files = folder.ToHashSet(PathIdentity.Comparer);
            var watch = Create(FolderContents.Of(files), folder.Key, path => { if (files.Contains(path)) { touched(path); } });
            watches.Add(watch);
            Begin(folder.Key, SearchOption.TopDirectoryOnly, [watch], watchers);
        }

        foreach (var path in sources.Named.Where(path => File.GetLastWriteTimeUtc(path) >= since.UtcDateTime))
        {
            touched(path);
        }

        ImmutableInterlocked.Update(ref _all, all => all.AddRange(watches));
        return new Watching(this, watches, watchers);
    }

    /// <summary>Something happened to a folder.</summary>
    public void Compare(string path)
    {
        foreach (var watch in _all)
        {
            watch.Compare(path);
        }
    }

    FolderWatch Create(FolderContents contents, string folder, Action<string> touched) =>
        new(folder, contents, touched, reason => Tell(folder, reason), time);

    void Begin(string folder, SearchOption depth, FolderWatch[] watches, List<FileSystemWatcher> watchers)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = create(folder);
            watcher.IncludeSubdirectories = depth == SearchOption.AllDirectories;
            Array.ForEach(watches, watch => watch.Subscribe(watcher));
            watcher.EnableRaisingEvents = true;
            watchers.Add(watcher);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The system's limit of watchers is reached, or the folder is none that can be watched.
            watcher?.Dispose();
            Array.ForEach(watches, watch => watch.Poll(exception.Message));
        }
    }

    void Tell(string folder, string reason)
    {
        var message = $"{folder} can't be watched ({reason}); its files are looked at twice a second instead.";
        log.Warning(message);
        events.Publish(null, EventKinds.WatchFallback, "", message);
    }

    sealed class Watching(FolderWatches owner, List<FolderWatch> watches, List<FileSystemWatcher> watchers) : IDisposable
    {
        public void Dispose()
        {
            watchers.ForEach(watcher => watcher.Dispose());
            ImmutableInterlocked.Update(ref owner._all, all => all.RemoveRange(watches));
            watches.ForEach(watch => watch.Dispose());
        }
    }
}
