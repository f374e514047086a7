using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;

namespace HotReload.Lsp.Workspace;

/// <summary>
/// Takes files that changed on disk into the buffers' store. Whoever tells of them, the client or a watcher of our own,
/// says only that something happened to a path; what counts is what the disk has when things have calmed down.
/// </summary>
internal sealed class DiskChanges : IDisposable
{
    /// <summary>How long an open file waits for another one: the disk having its text is a save, and saves are waited for.</summary>
    static readonly TimeSpan s_quietOfOpen = TimeSpan.FromMilliseconds(10);

    readonly BufferStore _buffers;
    readonly ServerOptions _options;
    readonly WorkspaceFolders _folders;
    readonly EventStream _events;
    readonly ChangeBurst _burst;
    readonly FolderWatches _watches;
    ImmutableArray<SourcePlaces> _watched = [];

    public DiskChanges(
        BufferStore buffers, ServerOptions options, WorkspaceFolders folders, EventStream events, FolderWatches watches, TimeProvider time)
    {
        _folders = folders;
        _buffers = buffers;
        _options = options;
        _events = events;
        _watches = watches;
        _burst = new(Take, new(time), time);
    }

    /// <summary>
    /// New text for reloads came from the disk. Where it is the text of an open buffer, that is a save: its own notification may
    /// still be on its way.
    /// </summary>
    public event Action<ReloadCause, IReadOnlyCollection<string>>? Published;

    /// <summary>A file that says how a program is built has changed.</summary>
    public event Action<string>? ProjectChanged;

    /// <summary>Whether the client tells of changed files; else sessions watch by themselves.</summary>
    public bool ClientWatches { get; set; }

    /// <summary>Something happened to a file, or to a folder.</summary>
    public void Touch(string path)
    {
        if (!_options.ExternalEdits || SourceFiles.IsOutput(_folders.Relative(path)))
        {
            return;
        }

        if (SourceFiles.IsWatched(path) || _watched.Any(sources => sources.Named.Contains(path, PathIdentity.Comparer)) || IsInput(path))
        {
            _burst.Add(path, _buffers.IsOpen(path) ? s_quietOfOpen : ChangeBurst.Quiet);
        }
        else
        {
            // A folder that is moved or deleted takes its files along without a word of them.
            _watches.Compare(path);
        }
    }

    /// <summary>The editor has closed a file: from now on the disk counts.</summary>
    public BufferUpdate Close(string path)
    {
        var text = SourceFiles.Read(path);
        if (text is not null || !_options.ExternalEdits)
        {
            return _buffers.Close(path, text);
        }

        // It may have been renamed: then its text is on its way under another name, and must not be missing until it is there.
        var update = _buffers.CloseMissing(path);
        Touch(path);
        return update;
    }

    /// <summary>Watches the files of a session; the folders of its projects by itself only where the client does not. The result ends the watch.</summary>
    /// <param name="sources">What the session's programs are made from.</param>
    /// <param name="since">When the session began to read it.</param>
    public IDisposable Watch(SourcePlaces sources, DateTimeOffset since)
    {
        ImmutableInterlocked.Update(ref _watched, watched => watched.Add(sources));
        var end = new EndOfWatch(() => ImmutableInterlocked.Update(ref _watched, watched => watched.Remove(sources)));
        return ClientWatches
            ? new WatchGroup(_watches.Start(sources, since, Touch, WatchedBy.Client), end)
            : new WatchGroup(_watches.Start(sources, since, Touch, WatchedBy.Server), InheritedFilesWatch.Start(sources.Projects, _folders.Paths, Touch), end);
    }

    public void Dispose() => _burst.Dispose();

    void Take(IReadOnlyDictionary<string, string?> files)
    {
        var readable = files.Where(file => file.Value is not null || !IsUnreadable(file.Key)).ToList();
        var published = _buffers.ChangeOnDisk(readable.Where(file => !IsOfBuild(file.Key)));
        foreach (var project in readable.Select(file => file.Key).Where(path => SourceFiles.IsProject(path) || IsInput(path)))
        {
            ProjectChanged?.Invoke(project);
        }

        if (!published.IsEmpty)
        {
            Published?.Invoke(published.All(_buffers.IsOpen) ? ReloadCause.Save : ReloadCause.Disk, published);
        }
    }

    /// <summary>Whether it says nothing to a running program. What a build copies may be a page's file, too.</summary>
    bool IsOfBuild(string path) => SourceFiles.IsProject(path) || (IsInput(path) && !SourceFiles.IsWatched(path));

    bool IsInput(string path) => _watched.Any(sources => sources.Inputs.Contains(path, PathIdentity.Comparer));

    /// <summary>A file that is there and can't be read is not deleted: what is known of it stays.</summary>
    bool IsUnreadable(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        _events.Publish(null, EventKinds.Warning, "", $"{path} changed and can't be read now; the program keeps its text before. Save it again when it can be read.");
        return true;
    }

    sealed class EndOfWatch(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
