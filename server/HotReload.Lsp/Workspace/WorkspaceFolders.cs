using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Lsp.Protocol.Lsp;

namespace HotReload.Lsp.Workspace;

/// <summary>The folders that are open in the editor.</summary>
internal sealed class WorkspaceFolders
{
    ImmutableArray<string> _folders = [];

    /// <summary>Their full paths.</summary>
    public ImmutableArray<string> Paths => _folders;

    /// <summary>Takes the folders of <c>initialize</c>.</summary>
    public void Set(InitializeParams parameters) => _folders = parameters switch
    {
        { WorkspaceFolders: { IsDefaultOrEmpty: false } folders } => ToPaths(folders),
        { RootUri: { } root } when DocumentUris.ToPath(root) is { } path => [path],
        _ => [],
    };

    /// <summary>Takes folders in and out.</summary>
    public void Change(WorkspaceFoldersChange change)
    {
        var removed = ToPaths(change.Removed);
        _folders = [.. _folders.Where(path => !removed.Contains(path, PathIdentity.Comparer)).Concat(ToPaths(change.Added)).Distinct()];
    }

    /// <summary>A path counted from the nearest open folder that holds it; as it is where none does.</summary>
    public string Relative(string path)
    {
        var folder = _folders
            .Where(folder => PathIdentity.IsIn(path, folder))
            .MaxBy(folder => folder.Length);
        return folder is null ? path : Path.GetRelativePath(folder, path);
    }

    static ImmutableArray<string> ToPaths(ImmutableArray<WorkspaceFolder> folders) =>
        [.. folders.Select(folder => DocumentUris.ToPath(folder.Uri)).OfType<string>()];
}
