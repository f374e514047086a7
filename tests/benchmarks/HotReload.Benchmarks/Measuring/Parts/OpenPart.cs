namespace HotReload.Benchmarks.Measuring.Parts;

/// <summary>
/// The start of a program, and its first edits, in an editor that is open already, as a person starts one: the tools that are part of no editor
/// are started then. The first round only makes the program known.
/// </summary>
sealed class OpenPart : IPart
{
    public const string Way = "open";

    public string Name => Way;

    public async Task RunAsync(Round round, CancellationToken cancellationToken)
    {
        foreach (var side in round.Sides)
        {
            if (round.Index == 0)
            {
                await side.Contestant.StartAsync(cancellationToken);
                continue;
            }

            await side.Contestant.Tool.OpenAsync(cancellationToken);
            side.Of(round.Row("start to ready, editor open", "ms", Targets.StartAgain)).Add(await side.Contestant.StartAsync(cancellationToken));
            await Task.Delay(StartPart.Settle, cancellationToken);
            await StartPart.EditAsync(round, side, ", editor open", cancellationToken);
        }
    }
}
