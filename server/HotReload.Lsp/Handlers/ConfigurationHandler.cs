using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Sessions;

namespace HotReload.Lsp.Handlers;

/// <summary><c>workspace/didChangeConfiguration</c>: what <c>initialize</c> set can be changed while programs run.</summary>
internal sealed class ConfigurationHandler(ServerOptions options, SessionRegistry sessions, DiagnosticsBoard diagnostics)
{
    public void Register(IJsonRpcMethods methods) => methods.OnNotification(
        "workspace/didChangeConfiguration", ProtocolJson.Default.DidChangeConfigurationParams, Change);

    void Change(DidChangeConfigurationParams parameters)
    {
        // Clients tell every server of every change; one that says nothing of this server changes nothing here.
        if (parameters.Settings?.HotReload is not { } settings)
        {
            return;
        }

        var mode = options.Mode;
        options.Take(settings);

        // A session whose mode was set by hand keeps it until the setting itself changes.
        if (options.Mode != mode)
        {
            sessions.SetMode(options.Mode);
        }

        sessions.SetUpPages();
        diagnostics.Refresh();
    }
}
