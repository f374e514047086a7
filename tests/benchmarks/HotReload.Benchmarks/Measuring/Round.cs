using System.Collections.Immutable;
using HotReload.Benchmarks.Scenarios;
using HotReload.Benchmarks.Tools;

namespace HotReload.Benchmarks.Measuring;

/// <summary>One start of both tools on one program, and what is measured between that and their end.</summary>
/// <param name="Scenario">The program.</param>
/// <param name="Board">Takes the samples.</param>
/// <param name="Sides">Both tools, in the order in which they go.</param>
/// <param name="Index">The number of the round, from 0.</param>
/// <param name="Edits">How many edits of each kind.</param>
/// <param name="Budget">How long it may go on.</param>
/// <param name="Numbers">Makes each edit another one.</param>
public sealed record Round(
    Scenario Scenario, Scoreboard Board, ImmutableArray<Side> Sides, int Index, int Edits, Budget Budget, Numbers Numbers)
{
    /// <summary>This project's server.</summary>
    public Side Ours => Sides.First(side => side.Contestant.Tool is ThisServer);

    /// <summary>The row of this scenario with a name.</summary>
    public Comparison Row(string name, string unit, double? target = null) => Board.Row($"{Scenario.Name}: {name}", unit, target);
}
