using System.Globalization;
using System.Text.RegularExpressions;

namespace HotReload.IntegrationTests;

/// <summary>
/// What a worker marks (the orders in a singleton, two singletons under keys, the counter of the background service) survives, and is there
/// before the service starts. Read from its output alone.
/// </summary>
sealed partial class WorkerStateTests
{
    int _edits;

    [Test]
    public async Task State_survives_deltas_a_rude_edit_a_project_change_and_a_crash()
    {
        await using var program = await Shared.Server.StartAsync("worker", options: new(Restart: RestartPolicy.Auto));
        var before = await CountsAsync(program, "sent by");
        for (var i = 0; i < 100; i++)
        {
            program.MustBeApplied(await EditAsync(program, $"sent by {++_edits}"));
            before = i == 0 || i == 99 ? await MustGoOnAsync(program, before, $"sent by {_edits}") : before;
        }

        var mark = program.Mark();
        await program.Editor.ReplaceAsync("Dispatcher.cs", "public sealed class Dispatcher", "public class Dispatcher");
        Assert.That((await program.Editor.ApplyAsync()).Outcome, Is.EqualTo(ReloadOutcome.RestartRequired));
        before = await MustStartWithAsync(program, before, mark);

        // A build is made from the disk.
        await program.Editor.SaveAsync("Dispatcher.cs");
        mark = program.Mark();
        program.Fixture.Replace("Orders.csproj", "<Nullable>enable</Nullable>", "<Nullable>enable</Nullable><DefineConstants>$(DefineConstants);MORE</DefineConstants>");
        before = await MustStartWithAsync(program, before, mark);

        mark = program.Mark();
        await program.Editor.InputAsync("fail\n");
        await MustStartWithAsync(program, before, mark);
    }

    static async Task<Counts> MustStartWithAsync(LiveProgram program, Counts before, int mark)
    {
        var result = await program.Editor.NextResultAsync(result => result.Outcome == ReloadOutcome.Restarted);
        Assert.That(result.State.Fate, Is.EqualTo(StateFate.Kept), $"{result.Message}\n{string.Join('\n', result.State.Types)}");
        var start = Counts.Of(await program.Editor.OutputContainingAsync("starts in round", mark));
        start.MustFollow(before);
        return start;
    }

    static async Task<Counts> MustGoOnAsync(LiveProgram program, Counts before, string text)
    {
        var now = await CountsAsync(program, text);
        now.MustFollow(before);
        return now;
    }

    async Task<ReloadResult> EditAsync(LiveProgram program, string text)
    {
        if (!program.Editor.IsOpen("Dispatcher.cs"))
        {
            await program.Editor.OpenAsync("Dispatcher.cs");
        }

        await program.Editor.ReplaceAsync("Dispatcher.cs", _edits == 1 ? "sent by van" : $"sent by {_edits - 1}", text);
        return await program.Editor.ApplyAsync();
    }

    static async Task<Counts> CountsAsync(LiveProgram program, string text) => Counts.Of(await program.Editor.OutputContainingAsync(text));

    sealed partial record Counts(int Round, int Dispatched, int North, int South)
    {
        /// <summary>An order may be on its way while the state is taken, once at each of three restarts.</summary>
        const int Between = 3;

        public static Counts Of(string line) => new(Number(Rounds(), line), Number(Orders(), line), Number(Norths(), line), Number(Souths(), line));

        /// <summary>Nothing is less than before, and each is what it would be in a program that was never ended.</summary>
        public void MustFollow(Counts before) => Assert.Multiple(() =>
        {
            Assert.That(Round, Is.GreaterThanOrEqualTo(before.Round));
            Assert.That(Dispatched, Is.GreaterThanOrEqualTo(before.Dispatched).And.EqualTo(Round).Within(Between));
            Assert.That(North, Is.GreaterThanOrEqualTo(before.North));
            Assert.That(South, Is.GreaterThanOrEqualTo(before.South).And.EqualTo(Dispatched / 3).Within(Between), "Each depot under its own key.");
            Assert.That(North + South, Is.EqualTo(Dispatched).Within(Between));
        });

        static int Number(Regex expression, string line) => int.Parse(expression.Match(line).Groups[1].Value, CultureInfo.InvariantCulture);

        [GeneratedRegex(@"round (\d+)")]
        private static partial Regex Rounds();

        [GeneratedRegex(@"(\d+) dispatched")]
        private static partial Regex Orders();

        [GeneratedRegex(@"(\d+) from north")]
        private static partial Regex Norths();

        [GeneratedRegex(@"(\d+) from south")]
        private static partial Regex Souths();
    }
}
