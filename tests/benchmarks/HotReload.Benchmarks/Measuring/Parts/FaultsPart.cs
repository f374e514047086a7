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

    /// <summary>From a save to the death of the paused program that is to take it: both tools have sent it by then.</summary>
    static readonly TimeSpan s_underWay = TimeSpan.FromSeconds(1);

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
            side.Of(round.Row("program killed while it takes an edit, then another edit", "ms")).Add(await CutOffAsync(contestant, edit, round.Numbers, cancellationToken));
            side.Of(round.Row("a method added to a generic type, and called", "ms")).Add(await GenericMethodAsync(contestant, edit, round.Numbers, cancellationToken));
            side.Of(round.Row($"{Storm} edits that need a restart, one each 100 ms; the last", "ms")).Add(await StormAsync(contestant, edit, round.Numbers, cancellationToken));
            side.Of(round.Row("an edit that ends the program, then its mending", "ms")).Add(await CrashAsync(contestant, edit, round.Numbers, cancellationToken));
        }
    }

    /// <summary>The change can't have been taken: who has sent it gets no answer.</summary>
    static async Task<double?> CutOffAsync(Contestant contestant, EditKind edit, Numbers numbers, CancellationToken cancellationToken)
    {
        var program = ProgramOf(contestant.Tool.Output);
        ProcessSignal.Pause(program);
        await SaveAsync(contestant, edit, numbers.Next(), cancellationToken);
        await Task.Delay(s_underWay, cancellationToken);
        ProcessSignal.Kill(program);
        await EndAsync(program, cancellationToken);
        return await contestant.EditAsync(edit, numbers.Next(), TimeSpan.Zero, cancellationToken);
    }

    /// <summary>The runtime says that it takes such methods. Up to 10.0.12 it ends by a fault of memory when one is called for other types.</summary>
    static async Task<double?> GenericMethodAsync(Contestant contestant, EditKind edit, Numbers numbers, CancellationToken cancellationToken)
    {
        var before = edit with { AfterFirstLine = Generic(""), Replace = "Hello {n}, {Names<int>.First()} {guests}" };
        await contestant.EditAsync(before, numbers.Next(), TimeSpan.Zero, cancellationToken);
        var added = before with { AfterFirstLine = Generic("    public static string Second() => typeof(T).FullName!;\n") };
        await contestant.EditAsync(added, numbers.Next(), TimeSpan.Zero, cancellationToken);
        var called = added with { Replace = "Hello {n}, {Names<System.Guid>.Second()} {Names<byte>.Second()} {guests}" };
        return await contestant.EditAsync(called, numbers.Next(), TimeSpan.Zero, cancellationToken);
    }

    static string Generic(string method) => $"\npublic static class Names<T>\n{{\n    public static string First() => typeof(T).Name;\n{method}}}\n";

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
