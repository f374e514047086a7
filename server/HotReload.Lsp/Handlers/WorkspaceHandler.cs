using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Handlers;

/// <summary><c>workspace/didChangeWatchedFiles</c> and <c>workspace/didChangeWorkspaceFolders</c>.</summary>
internal sealed class WorkspaceHandler(WorkspaceFolders folders, DiskChanges disk)
{
    public void Register(IJsonRpcMethods methods)
    {
        methods.OnNotification("workspace/didChangeWatchedFiles", ProtocolJson.Default.DidChangeWatchedFilesParams, Touch);
        methods.OnNotification(
            "workspace/didChangeWorkspaceFolders", ProtocolJson.Default.DidChangeWorkspaceFoldersParams,
            parameters => folders.Change(parameters.Event));
    }

    void Touch(DidChangeWatchedFilesParams parameters)
    {
        foreach (var path in parameters.Changes.Select(change => DocumentUris.ToPath(change.Uri)).OfType<string>())
        {
            disk.Touch(path);
        }
    }
}
