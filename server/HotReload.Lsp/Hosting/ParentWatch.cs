using HotReload.Runtime.Processes;

namespace HotReload.Lsp.Hosting;

/// <summary>Ends the server when a process it belongs to has ended, however that ended.</summary>
internal sealed class ParentWatch(ServerLifetime lifetime, ServerLog log, TimeProvider time) : IDisposable
{
    readonly List<ParentProcessWatch> _watches = [];

    public void Watch(int processId)
    {
        var watch = ParentProcessWatch.Start(processId, time);
        _watches.Add(watch);
        _ = EndWithAsync(watch, processId);
    }

    public void Dispose() => _watches.ForEach(watch => watch.Dispose());

    async Task EndWithAsync(ParentProcessWatch watch, int processId)
    {
        await watch.Exited;
        log.Information($"Process {processId}, which the server belongs to, has ended.");
        lifetime.End();
    }
}
