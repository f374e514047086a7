using HotReload.Benchmarks.Scenarios;

namespace HotReload.Benchmarks.Measuring.Parts;

/// <summary>Edits that need a restart, which both tools make by themselves; and those that need one in <c>dotnet watch</c>.</summary>
sealed class RestartPart : IPart
{
    /// <summary>An edit that needs a restart takes <c>dotnet watch</c> seconds.</summary>
    const int Share = 3;

    public string Name => "restart";

    public async Task RunAsync(Round round, CancellationToken cancellationToken)
    {
        if (round.Scenario.RestartTarget is not { } target)
        {
            return;
        }

        var edit = round.Scenario.Edits[0];
        foreach (var kind in new[] { edit.Restarting(), edit.OfConstant(), edit.OfType(), edit.OfInterface() })
        {
            await RunAsync(round, kind, target, cancellationToken);
        }
    }

    static async Task RunAsync(Round round, EditKind edit, double target, CancellationToken cancellationToken)
    {
        for (var count = 0; count <= Math.Max(1, round.Edits / Share) && !round.Budget.IsSpent; count++)
        {
            foreach (var side in round.Sides)
            {
                await Rest.UntilAsync(cancellationToken);
                var taken = await side.Contestant.EditAsync(edit, round.Numbers.Next(), TimeSpan.Zero, cancellationToken);

                // The first one only adds what the next ones change.
                if (count > 0)
                {
                    side.Of(round.Row($"edit, {edit.Name}", "ms", target)).Add(taken);
                }
            }
        }
    }
}
