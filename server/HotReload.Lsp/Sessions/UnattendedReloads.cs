using HotReload.Core.Reload;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>Looks after reloads and restarts that no request waits for.</summary>
internal sealed class UnattendedReloads(ServerLog log, SessionStatus status)
{
    /// <summary>Takes care of one. Its result tells of itself; only what is no result is told here.</summary>
    public async Task WatchAsync(Task<ReloadResult> reload)
    {
        try
        {
            await reload;
        }
        catch (Exception exception) when (exception is OperationCanceledException or JsonRpcException)
        {
            // The session ended or restarted before it; a restart takes its text along.
        }
        catch (Exception exception)
        {
            log.Error($"A reload failed by a fault of the server: {exception}");
            status.Enter(SessionState.Error, $"A reload failed by a fault of the server: {exception.Message} Restart the program.");
        }
    }
}
