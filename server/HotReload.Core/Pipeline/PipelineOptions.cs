namespace HotReload.Core.Pipeline;

/// <summary>The pipeline's times.</summary>
/// <param name="PendingAfter">How long a process may take to answer before the apply is reported as pending.</param>
public sealed record PipelineOptions(TimeSpan PendingAfter)
{
    public static PipelineOptions Default { get; } = new(TimeSpan.FromSeconds(2));
}
