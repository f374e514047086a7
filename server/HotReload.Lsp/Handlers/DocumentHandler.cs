using HotReload.Core.Documents;
using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Handlers;

/// <summary><c>hotReload/document</c>. Clients ask often, so nothing is compiled for the answer: texts are compared.</summary>
internal sealed class DocumentHandler(SessionRegistry sessions)
{
    public void Register(IJsonRpcMethods methods) => methods.OnRequest(
        Methods.Document, Concurrency.Concurrent, ProtocolJson.Default.DocumentParams, ProtocolJson.Default.DocumentStatus,
        (parameters, _) => ValueTask.FromResult(Describe(parameters.Uri)));

    /// <summary>Of several programs with the document the one counts that is furthest from what the user sees.</summary>
    DocumentStatus Describe(string uri)
    {
        var found = DocumentUris.ToPath(uri) is { } path ? sessions.Describe(uri, path) : [];
        return found.MaxBy(status => status.State)
            ?? new(uri, null, DocumentState.NotInProgram, sessions.All.IsEmpty ? "No program runs." : "No running program has this file.", null);
    }
}
