using System.Collections.Immutable;
using HotReload.Benchmarks.Measuring.Parts;
using HotReload.Benchmarks.Scenarios;
using HotReload.Benchmarks.Tools;

namespace HotReload.Benchmarks.Measuring;

/// <summary>
/// Runs both tools on one program. In each round both are started, one after the other, whoever was second going first in the next;
/// each makes its first edit alone; then they take turns, edit by edit, so that whatever else the machine does hits both alike. Each begins
/// when the other rests.
/// </summary>
public sealed class Match(Scenario scenario, Scoreboard board, Phases phases, ImmutableArray<IPart> parts, Action<string> tell)
{
    readonly Numbers _numbers = new();

    /// <summary>Measures.</summary>
    /// <param name="edits">How many later edits of each kind, all rounds together.</param>
    /// <param name="rounds">How often both are started.</param>
    /// <param name="budget">How long it may go on; of a round that is not begun nothing is measured.</param>
    /// <param name="cancellationToken">Ends it; all processes are ended too.</param>
    public async Task RunAsync(int edits, int rounds, Budget budget, CancellationToken cancellationToken)
    {
        var cache = Directory.CreateTempSubdirectory("hotreload-bench-").FullName;
        try
        {
            for (var index = 0; index < rounds && !budget.IsSpent; index++)
            {
                tell($"{scenario.Name}: round {index + 1} of {rounds}");
                var share = (edits / rounds) + (index < edits % rounds ? 1 : 0);
                await RunAsync(cache, index, share, budget, cancellationToken);
            }
        }
        finally
        {
            Directory.Delete(cache, recursive: true);
        }
    }

    async Task RunAsync(string cache, int index, int edits, Budget budget, CancellationToken cancellationToken)
    {
        await using var ours = await Contestant.EnterAsync(scenario, place => new ThisServer(place, cache), cancellationToken);
        await using var watch = await Contestant.EnterAsync(scenario, place => new DotNetWatch(place), cancellationToken);
        ImmutableArray<Side> sides = [new(ours, row => row.Ours), new(watch, row => row.Watch)];
        if (scenario.Branch is { } branch)
        {
            foreach (var side in sides)
            {
                await BranchPart.PrepareAsync(branch, side.Contestant.Workplace.Root, cancellationToken);
            }
        }

        var round = new Round(scenario, board, index % 2 == 1 ? [.. sides.Reverse()] : sides, index, edits, budget, _numbers);
        foreach (var part in parts)
        {
            tell($"{scenario.Name}: {part.Name}");
            await part.RunAsync(round, cancellationToken);
        }

        phases.Add(scenario.Name, ((ThisServer)ours.Tool).Editor.Heard.Results.All());
    }
}
