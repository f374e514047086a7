using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
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
    /// <summary>The time in which several changes are taken as one.</summary>
    static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(10);

    /// <summary>How long a missing or empty file is doubted: an atomic save deletes or truncates before it writes.</summary>
    static readonly TimeSpan s_doubt = TimeSpan.FromMilliseconds(150);

    readonly Lock _gate = new();
    readonly HashSet<string> _paths = new(PathIdentity.Comparer);
    readonly HashSet<string> _doubted = new(PathIdentity.Comparer);
    readonly BufferStore _buffers;
    readonly ServerOptions _options;
    readonly WorkspaceFolders _folders;
    readonly EventStream _events;
    readonly TimeProvider _time;
    readonly Debounce _soon;
    readonly Debounce _later;

    public DiskChanges(BufferStore buffers, ServerOptions options, WorkspaceFolders folders, EventStream events, TimeProvider time)
    {
        _folders = folders;
        _buffers = buffers;
        _options = options;
        _events = events;
        _time = time;
        _soon = new(() => Take(_paths, Doubt.Allowed), time);
        _later = new(() => Take(_doubted, Doubt.Over), time);
    }

    enum Doubt
    {
        Allowed,
        Over,
    }

    /// <summary>
    /// New text for reloads came from the disk. Where it is the text of an open buffer, that is a save: its own notification may
    /// still be on its way.
    /// </summary>
    public event Action<ReloadCause>? Published;

    /// <summary>A file that says how a program is built has changed.</summary>
    public event Action<string>? ProjectChanged;

    /// <summary>Whether the client tells of changed files; else sessions watch by themselves.</summary>
    public bool ClientWatches { get; set; }

    /// <summary>Something happened to a file.</summary>
    public void Touch(string path)
    {
        if (!_options.ExternalEdits || SourceFiles.IsOutput(_folders.Relative(path)))
        {
            return;
        }

        if (SourceFiles.IsProject(path) || SourceFiles.IsSource(path))
        {
            lock (_gate)
            {
                _paths.Add(path);
            }

            _soon.Call(s_quiet);
        }
    }

    /// <summary>Watches the folders of some projects, unless the client does. The result ends the watch.</summary>
    public IDisposable? Watch(ImmutableArray<string> projectFiles) =>
        ClientWatches ? null : new WatchGroup(
            FolderWatch.Start(projectFiles, Touch, _events, _time), InheritedFilesWatch.Start(projectFiles, _folders.Paths, Touch));

    public void Dispose()
    {
        _soon.Dispose();
        _later.Dispose();
    }

    void Take(HashSet<string> source, Doubt doubt)
    {
        List<string> paths;
        lock (_gate)
        {
            paths = [.. source];
            source.Clear();
        }

        ReloadCause? published = null;
        foreach (var path in paths)
        {
            var text = SourceFiles.Read(path);
            if (doubt == Doubt.Allowed && string.IsNullOrEmpty(text))
            {
                lock (_gate)
                {
                    _doubted.Add(path);
                }

                _later.Call(s_doubt);
            }
            else if (SourceFiles.IsProject(path))
            {
                ProjectChanged?.Invoke(path);
            }
            else if (_buffers.ChangeOnDisk(path, text) == BufferUpdate.Published && published is not ReloadCause.Disk)
            {
                published = _buffers.IsOpen(path) ? ReloadCause.Save : ReloadCause.Disk;
            }
        }

        if (published is { } cause)
        {
            Published?.Invoke(cause);
        }
    }
}
