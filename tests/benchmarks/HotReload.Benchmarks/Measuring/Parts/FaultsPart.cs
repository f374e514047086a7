using System.Globalization;
using System.Text.RegularExpressions;
using HotReload.Benchmarks.Scenarios;
using HotReload.Benchmarks.Tools;
using HotReload.Testing.Probing;

namespace HotReload.Benchmarks.Measuring.Parts;

/// <summary>
/// What happens to programs and to people, and how long the program then takes to show the next edit. Of the console program only: it says
/// which process it is.
/// </summary>
sealed partial class FaultsPart : IPart
{
    const int Storm = 8;

    static readonly TimeSpan s_betweenSaves = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    public string Name => "faults";

    public async Task RunAsync(Round round, CancellationToken cancellationToken)
    {
        if (round.Scenario.Name != "console" || round.Budget.IsSpent)
        {
            return;
        }

        var edit = round.Scenario.Edits[0];
        foreach (var side in round.Sides)
        {
            var contestant = side.Contestant;
            ProcessSignal.Kill(ProgramOf(contestant.Tool.Output));
            await EndAsync(contestant, cancellationToken);
            side.Of(round.Row("program killed, then an edit", "ms")).Add(await contestant.EditAsync(edit, round.Numbers.Next(), TimeSpan.Zero, cancellationToken));
            side.Of(round.Row($"{Storm} edits that need a restart, one each 100 ms; the last", "ms")).Add(await StormAsync(contestant, edit, round.Numbers, cancellationToken));
            side.Of(round.Row("an edit that ends the program, then its mending", "ms")).Add(await CrashAsync(contestant, edit, round.Numbers, cancellationToken));
        }
    }

    static async Task<double?> StormAsync(Contestant contestant, EditKind edit, Numbers numbers, CancellationToken cancellationToken)
    {
        var restarting = edit.Restarting();
        for (var count = 1; count < Storm; count++)
        {
            await SaveAsync(contestant, restarting, numbers.Next(), cancellationToken);
            await Task.Delay(s_betweenSaves, cancellationToken);
        }

        return await contestant.EditAsync(restarting, numbers.Next(), TimeSpan.Zero, cancellationToken);
    }

    static async Task<double?> CrashAsync(Contestant contestant, EditKind edit, Numbers numbers, CancellationToken cancellationToken)
    {
        var fatal = edit with { Replace = "Hello {n}, {(guests < 0 ? guests : throw new InvalidOperationException(\"over\"))}" };
        var program = ProgramOf(contestant.Tool.Output);
        await SaveAsync(contestant, fatal, numbers.Next(), cancellationToken);
        await EndAsync(program, cancellationToken);
        return await contestant.EditAsync(edit, numbers.Next(), TimeSpan.Zero, cancellationToken);
    }

    static async Task SaveAsync(Contestant contestant, EditKind edit, int number, CancellationToken cancellationToken)
    {
        await contestant.Tool.ChangeAsync(edit.File, contestant.TextOf(edit, number), cancellationToken);
        await contestant.Tool.SaveAsync(edit.File, cancellationToken);
    }

    static Task EndAsync(Contestant contestant, CancellationToken cancellationToken) => EndAsync(ProgramOf(contestant.Tool.Output), cancellationToken);

    /// <summary>The system tells nobody of the end of another's child, so this looks again.</summary>
    static async Task EndAsync(int program, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(s_patience);
        while (ProcessTree.CommandLine(program).Length > 0)
        {
            await Task.Delay(s_pause, late.Token);
        }
    }

    static int ProgramOf(OutputText output) =>
        int.Parse(Process().Matches(output.ToString())[^1].Groups["id"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"process (?<id>\d+)\]")]
    private static partial Regex Process();
}
