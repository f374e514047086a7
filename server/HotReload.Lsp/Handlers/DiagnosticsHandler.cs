using System.Collections.Immutable;
using System.Globalization;
using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.Lsp.Sessions;
using HotReload.Lsp.Support;

namespace HotReload.Lsp.Handlers;

/// <summary><c>hotReload/collectDiagnostics</c>: one file for a report of a bug.</summary>
internal sealed class DiagnosticsHandler(
    SessionRegistry sessions, Client client, Recoveries recoveries, ServerLog log, ServerOptions options, TimeProvider time)
{
    public void Register(IJsonRpcMethods methods) => methods.OnRequest(
        Methods.CollectDiagnostics, Concurrency.Concurrent, ProtocolJson.Default.CollectParams, ProtocolJson.Default.CollectedDiagnostics,
        (parameters, token) => new(CollectAsync(parameters ?? new(), token)));

    async Task<CollectedDiagnostics> CollectAsync(CollectParams parameters, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var path = parameters.Path ?? Path.Combine(
            Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"hotreload-diagnostics-{now:yyyyMMdd-HHmmss-fff}.zip"));
        if (!Path.IsPathFullyQualified(path))
        {
            throw new JsonRpcException(JsonRpcErrorCodes.InvalidParams, $"'{path}' is no full path. Name the file to write by its full path, or none.");
        }

        var about = AboutServer.Create(LifecycleHandler.Version, now) with
        {
            Client = client.Info?.Name, ClientVersion = client.Info?.Version, ClientSays = parameters.Client ?? ImmutableDictionary<string, string>.Empty,
        };
        try
        {
            var archive = new DiagnosticsArchive(client.History, recoveries, log, options, Masking.OfThisUser());
            return new(path, await archive.WriteAsync(path, about, [.. sessions.All.Select(session => session.Info)], cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new JsonRpcException(JsonRpcErrorCodes.InvalidParams, $"{path} can't be written: {exception.Message} Name another file, which must not be there yet.");
        }
    }
}
