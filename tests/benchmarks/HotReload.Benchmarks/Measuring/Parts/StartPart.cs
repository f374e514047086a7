namespace HotReload.Benchmarks.Measuring.Parts;

/// <summary>The start, the memory after it, and the first edit of each kind. The first round's is the first start of the program at all.</summary>
sealed class StartPart : IPart
{
    /// <summary>Nobody edits in the very moment in which the program has come up; dotnet watch is not done then either.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);

    public string Name => "start";

    public async Task RunAsync(Round round, CancellationToken cancellationToken)
    {
        var start = round.Index == 0 ? round.Row("start to ready, first", "ms", Targets.Start) : round.Row("start to ready, later", "ms", Targets.StartAgain);
        foreach (var side in round.Sides)
        {
            await Rest.UntilAsync(cancellationToken);
            side.Of(start).Add(await side.Contestant.StartAsync(cancellationToken));
            await Task.Delay(Settle, cancellationToken);
            side.Of(round.Row("memory at ready", "MB", Targets.Memory)).Add(side.Contestant.Memory());
            await EditAsync(round, side, "", cancellationToken);
        }
    }

    /// <summary>The first edit of each kind.</summary>
    /// <param name="round">The round.</param>
    /// <param name="side">Who makes them.</param>
    /// <param name="when">What the rows' names end with.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task EditAsync(Round round, Side side, string when, CancellationToken cancellationToken)
    {
        foreach (var edit in round.Scenario.Edits)
        {
            var taken = await side.Contestant.EditAsync(edit, round.Numbers.Next(), TimeSpan.Zero, cancellationToken);
            side.Of(round.Row($"first edit, {edit.Name}{when}", "ms", Targets.FirstEdit)).Add(taken);
        }
    }
}
