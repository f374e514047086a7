namespace HotReload.Benchmarks.Measuring.Parts;

/// <summary>What the tool's process takes of a core while nobody does anything.</summary>
sealed class IdlePart : IPart
{
    static readonly TimeSpan s_time = TimeSpan.FromSeconds(4);

    public string Name => "idle";

    public async Task RunAsync(Round round, CancellationToken cancellationToken)
    {
        foreach (var side in round.Sides)
        {
            side.Of(round.Row("processor while idle", "%")).Add(await side.Contestant.ProcessorAsync(() => Task.Delay(s_time, cancellationToken)));
        }
    }
}
