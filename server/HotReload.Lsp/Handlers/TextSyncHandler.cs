using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Sessions;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Handlers;

/// <summary>Open, change, save and close: all funnel into the buffers' store, and what came of it goes to the sessions.</summary>
internal sealed class TextSyncHandler(
    BufferStore buffers, DiskChanges disk, SessionRegistry sessions, EventStream events, ServerLog log)
{
    public void Register(IJsonRpcMethods methods)
    {
        var json = ProtocolJson.Default;
        methods.OnNotification("textDocument/didOpen", json.DidOpenTextDocumentParams, Open);
        methods.OnNotification("textDocument/didChange", json.DidChangeTextDocumentParams, Change);
        methods.OnNotification("textDocument/didSave", json.DidSaveTextDocumentParams, Save);
        methods.OnNotification("textDocument/didClose", json.DidCloseTextDocumentParams, Close);
    }

    void Open(DidOpenTextDocumentParams parameters)
    {
        var document = parameters.TextDocument;
        if (DocumentUris.ToPath(document.Uri) is { } path)
        {
            Follow(path, buffers.Open(path, document.Version, document.Text), ReloadCause.Keystroke);
        }
    }

    void Change(DidChangeTextDocumentParams parameters)
    {
        if (DocumentUris.ToPath(parameters.TextDocument.Uri) is not { } path)
        {
            return;
        }

        var edits = parameters.ContentChanges.Select(change => new TextEdit(change.Range, change.Text)).ToList();
        // A buffer that becomes what the disk has is saved, whether its save is still to be told or the editor followed the disk.
        Follow(path, buffers.Change(path, parameters.TextDocument.Version, edits), ReloadCause.Save);
        sessions.Typed(path);
    }

    void Save(DidSaveTextDocumentParams parameters)
    {
        if (DocumentUris.ToPath(parameters.TextDocument.Uri) is { } path)
        {
            Follow(path, buffers.Save(path), ReloadCause.Save);
            sessions.Saved();
        }
    }

    void Close(DidCloseTextDocumentParams parameters)
    {
        if (DocumentUris.ToPath(parameters.TextDocument.Uri) is { } path)
        {
            Follow(path, disk.Close(path), ReloadCause.Disk);
        }
    }

    void Follow(string path, BufferUpdate update, ReloadCause cause)
    {
        switch (update)
        {
            case BufferUpdate.Published:
                sessions.Published(cause, [path]);
                break;
            case BufferUpdate.Reopened:
                log.Warning($"{path} was opened twice; its text was replaced.");
                break;
            case BufferUpdate.NotOpen:
                log.Warning($"{path} is not open; what was said of its text was ignored.");
                break;
            case BufferUpdate.OutOfStep:
                events.Publish(null, EventKinds.BufferOutOfStep, "", $"{path} is out of step with the editor; reloads wait for its full text. Close and open it.");
                break;
            default:
                break;
        }
    }
}
