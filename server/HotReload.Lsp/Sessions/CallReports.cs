using HotReload.Core.Buffers;
using HotReload.Core.Calls;
using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Lsp.Hosting;

namespace HotReload.Lsp.Sessions;

/// <summary>Tells the client which of the members that a reload changed have been called since; each reload itself is told before.</summary>
internal sealed class CallReports(string session, Client client, GenerationLog log, IReloadObserver reloads) : IReloadObserver
{
    readonly CallTracker _calls = new(log, (reload, members) => client.Called(new(session, reload, members)));

    public void StageEntered(SnapshotId snapshot, PipelineStage stage) => reloads.StageEntered(snapshot, stage);

    public void Superseded(SnapshotId snapshot) => reloads.Superseded(snapshot);

    public void Completed(ReloadResult result)
    {
        reloads.Completed(result);
        _calls.Completed(result);
    }

    /// <summary>The program called a changed method.</summary>
    public void Called(MethodCall call) => _calls.Called(call);
}
