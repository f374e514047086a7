namespace HotReload.Core.Pipeline;

/// <summary>Measures a reload from its start.</summary>
internal sealed class PhaseClock(TimeProvider time)
{
    readonly long _start = time.GetTimestamp();

    /// <summary>Milliseconds since the start.</summary>
    public double Elapsed => time.GetElapsedTime(_start).TotalMilliseconds;
}
