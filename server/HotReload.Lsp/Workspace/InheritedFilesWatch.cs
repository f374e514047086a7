using System.Collections.Immutable;
using HotReload.Core.Buffers;

namespace HotReload.Lsp.Workspace;

/// <summary>
/// Watches the folders above projects, up to the folder that is open in the editor: what projects inherit lies there. Only the
/// folders themselves; what is below them may be anything.
/// </summary>
internal sealed class InheritedFilesWatch : IDisposable
{
    readonly List<FileSystemWatcher> _watchers = [];
    readonly Action<string> _touched;

    InheritedFilesWatch(Action<string> touched) => _touched = touched;

    /// <summary>Starts the watch.</summary>
    /// <param name="projectFiles">Full paths of the projects.</param>
    /// <param name="opened">The folders that are open in the editor.</param>
    /// <param name="touched">Told the full path of each file that something happened to.</param>
    public static InheritedFilesWatch Start(ImmutableArray<string> projectFiles, ImmutableArray<string> opened, Action<string> touched)
    {
        var watch = new InheritedFilesWatch(touched);
        foreach (var folder in projectFiles.SelectMany(project => FoldersAbove(project, opened)).Distinct(PathIdentity.Comparer))
        {
            watch.Add(folder);
        }

        return watch;
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    static IEnumerable<string> FoldersAbove(string project, ImmutableArray<string> opened)
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(project));
        while (folder is not null && opened.Any(root => PathIdentity.IsIn(folder, root)))
        {
            yield return folder;
            folder = Path.GetDirectoryName(folder);
        }
    }

    void Add(string folder)
    {
        var watcher = new FileSystemWatcher(folder);
        watcher.Changed += (_, change) => _touched(change.FullPath);
        watcher.Created += (_, change) => _touched(change.FullPath);
        watcher.Deleted += (_, change) => _touched(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            _touched(change.OldFullPath);
            _touched(change.FullPath);
        };
        try
        {
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (IOException)
        {
            // The system has no watcher left, which is told of the projects' own folders; a restart looks at these files by itself.
            watcher.Dispose();
        }
    }
}
