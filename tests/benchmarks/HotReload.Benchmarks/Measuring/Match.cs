using HotReload.Benchmarks.Scenarios;
using HotReload.Benchmarks.Tools;

namespace HotReload.Benchmarks.Measuring;

/// <summary>
/// Runs both tools on one program. In each round both are started, one after the other, whoever was second going first in the next;
/// each makes its first edit alone; then they take turns, edit by edit, so that whatever else the machine does hits both alike.
/// </summary>
public sealed class Match(Scenario scenario, Scoreboard board, Action<string> tell)
{
    // Nobody edits in the very moment in which the program has come up; dotnet watch is not done then either.
    static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);

    // An edit that needs a restart takes dotnet watch seconds.
    const int RestartShare = 2;
    int _number = 1000;

    /// <summary>Measures.</summary>
    /// <param name="edits">How many later edits of each kind, all rounds together.</param>
    /// <param name="rounds">How often both are started.</param>
    /// <param name="cancellationToken">Ends it; all processes are ended too.</param>
    public async Task RunAsync(int edits, int rounds, CancellationToken cancellationToken)
    {
        for (var round = 0; round < rounds; round++)
        {
            tell($"{scenario.Name}: round {round + 1} of {rounds}");
            await using var ours = await Contestant.EnterAsync(scenario, place => new ThisServer(place), cancellationToken);
            await using var watch = await Contestant.EnterAsync(scenario, place => new DotNetWatch(place), cancellationToken);
            Side[] sides = [new(ours, row => row.Ours), new(watch, row => row.Watch)];
            if (round % 2 == 1)
            {
                Array.Reverse(sides);
            }

            foreach (var side in sides)
            {
                await StartAsync(side, cancellationToken);
            }

            var share = (edits / rounds) + (round < edits % rounds ? 1 : 0);
            await TakeTurnsAsync(sides, share, cancellationToken);
            if (scenario.RestartTarget is not null)
            {
                await RestartAsync(sides, Math.Max(1, share / RestartShare), cancellationToken);
            }
        }
    }

    async Task StartAsync(Side side, CancellationToken cancellationToken)
    {
        side.Of(Row("start to ready", "ms", Targets.Start)).Add(await side.Tool.StartAsync(cancellationToken));
        await Task.Delay(Settle, cancellationToken);
        side.Of(Row("memory at ready", "MB", Targets.Memory)).Add(side.Tool.Memory());
        foreach (var edit in scenario.Edits)
        {
            var taken = await side.Tool.EditAsync(edit, ++_number, cancellationToken);
            side.Of(Row($"first edit, {edit.Name}", "ms", Targets.FirstEdit)).Add(taken);
        }
    }

    async Task TakeTurnsAsync(Side[] sides, int edits, CancellationToken cancellationToken)
    {
        for (var count = 0; count < edits; count++)
        {
            foreach (var edit in scenario.Edits)
            {
                foreach (var side in sides)
                {
                    var taken = await side.Tool.EditAsync(edit, ++_number, cancellationToken);
                    side.Of(Row($"later edits, {edit.Name}", "ms", Targets.LaterEdit)).Add(taken);
                }
            }
        }

        foreach (var side in sides)
        {
            side.Of(Row("memory after the edits", "MB", target: null)).Add(side.Tool.Memory());
        }
    }

    async Task RestartAsync(Side[] sides, int edits, CancellationToken cancellationToken)
    {
        var edit = scenario.Edits[0].Restarting();
        for (var count = 0; count <= edits; count++)
        {
            foreach (var side in sides)
            {
                var taken = await side.Tool.EditAsync(edit, ++_number, cancellationToken);

                // The first one only adds what the next ones change.
                if (count > 0)
                {
                    side.Of(Row($"edit, {edit.Name}", "ms", scenario.RestartTarget)).Add(taken);
                }
            }
        }
    }

    Comparison Row(string name, string unit, double? target) => board.Row($"{scenario.Name}: {name}", unit, target);

    sealed record Side(Contestant Tool, Func<Comparison, Samples> Of);
}
