using HotReload.Benchmarks.Scenarios;

namespace HotReload.Benchmarks.Measuring.Parts;

/// <summary>Edits by turns: saved at once, saved after the pause in which a person moves to the save key, with a new method, with a new file.</summary>
sealed class EditsPart : IPart
{
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    /// <summary>How many plain edits there are for each that adds something.</summary>
    const int Share = 3;

    public string Name => "edits";

    public async Task RunAsync(Round round, CancellationToken cancellationToken)
    {
        var first = round.Scenario.Edits[0].WithRoom();
        for (var count = 0; count < round.Edits && !round.Budget.IsSpent; count++)
        {
            foreach (var edit in round.Scenario.Edits.Skip(1).Prepend(first))
            {
                await TurnAsync(round, edit, edit.Name + ", saved at once", TimeSpan.Zero, cancellationToken);
                await TurnAsync(round, edit, edit.Name + ", saved after a pause", s_pause, cancellationToken);
            }

            if (count % Share == 0)
            {
                await TurnAsync(round, first.AddingMethod(), first.AddingMethod().Name, s_pause, cancellationToken);
                await TurnAsync(round, first.AddingFile(), first.AddingFile().Name, s_pause, cancellationToken);
            }
        }

        foreach (var side in round.Sides)
        {
            side.Of(round.Row("memory after the edits", "MB")).Add(side.Contestant.Memory());
        }
    }

    static async Task TurnAsync(Round round, EditKind edit, string name, TimeSpan pause, CancellationToken cancellationToken)
    {
        foreach (var side in round.Sides)
        {
            await Rest.UntilAsync(cancellationToken);
            var taken = await side.Contestant.EditAsync(edit, round.Numbers.Next(), pause, cancellationToken);
            side.Of(round.Row($"later edits, {name}", "ms", Targets.LaterEdit)).Add(taken);
        }
    }
}
