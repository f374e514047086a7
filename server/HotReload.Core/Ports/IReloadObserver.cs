using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Reload;

namespace HotReload.Core.Ports;

/// <summary>Is told what the pipeline does. Calls come one at a time and in order.</summary>
public interface IReloadObserver
{
    /// <summary>The pipeline has entered a stage of the reload of a snapshot.</summary>
    void StageEntered(SnapshotId snapshot, PipelineStage stage);

    /// <summary>Newer text has overtaken the reload of a snapshot; its edits are part of the next one.</summary>
    void Superseded(SnapshotId snapshot);

    /// <summary>A reload has ended.</summary>
    void Completed(ReloadResult result);
}
