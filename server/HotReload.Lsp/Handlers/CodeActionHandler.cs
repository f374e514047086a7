using System.Collections.Immutable;
using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Sessions;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Handlers;

/// <summary><c>textDocument/codeAction</c>.</summary>
internal sealed class CodeActionHandler(SessionRegistry sessions)
{
    public void Register(IJsonRpcMethods methods) => methods.OnRequest(
        "textDocument/codeAction", Concurrency.Concurrent, ProtocolJson.Default.CodeActionParams, ProtocolJson.Default.ImmutableArrayCodeAction,
        (parameters, _) => ValueTask.FromResult(Find(parameters)));

    ImmutableArray<CodeAction> Find(CodeActionParams parameters) =>
        RestartFix.IsWanted(parameters.Context) && DocumentUris.ToPath(parameters.TextDocument.Uri) is { } path
            ? RestartFix.Find(sessions.RestartNeeds, path, parameters.Range)
            : [];
}
