namespace HotReload.Core.Pipeline;

/// <summary>Where a reload is.</summary>
public enum PipelineStage
{
    /// <summary>The compiler works; newer text cancels it.</summary>
    Compiling,

    /// <summary>Deltas are on their way; this can't be cancelled.</summary>
    Applying,

    /// <summary>A process has not answered for <see cref="PipelineOptions.PendingAfter"/>; it may be paused.</summary>
    Pending,

    /// <summary>The program, which had ended, is started again.</summary>
    Relaunching,
}
