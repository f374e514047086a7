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
        (parameters, token) => new(FindAsync(parameters, token)));

    async Task<ImmutableArray<CodeAction>> FindAsync(CodeActionParams parameters, CancellationToken cancellationToken)
    {
        if (!RestartFix.IsWanted(parameters.Context) || DocumentUris.ToPath(parameters.TextDocument.Uri) is not { } path)
        {
            return [];
        }

        var actions = RestartFix.Find(sessions.RestartNeeds, path, parameters.Range).ToBuilder();
        foreach (var session in sessions.All)
        {
            if (await session.FindMigrationAsync(path, parameters.Range, cancellationToken) is { } migration)
            {
                actions.Add(migration);
            }
        }

        return actions.ToImmutable();
    }
}
