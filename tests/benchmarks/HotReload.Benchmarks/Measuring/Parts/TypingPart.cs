using System.Diagnostics;
using HotReload.Benchmarks.Tools;
using HotReload.Lsp.Protocol;

namespace HotReload.Benchmarks.Measuring.Parts;

/// <summary>
/// What only an editor can do: twelve characters a second, how soon each is taken, what that takes of a core, and in mode type the time
/// from the last key to the program.
/// </summary>
sealed class TypingPart : IPart
{
    const string Words = "// What is typed here is a comment at the end of a long file. ";

    static readonly TimeSpan s_pace = TimeSpan.FromSeconds(1.0 / 12);

    public string Name => "typing";

    public async Task RunAsync(Round round, CancellationToken cancellationToken)
    {
        var server = (ThisServer)round.Ours.Contestant.Tool;
        var file = round.Scenario.Typing ?? round.Scenario.Edits[0].File;
        await server.CloseAsync(file);
        await server.Editor.OpenAsync(file);
        var text = server.Editor.Buffer(file).Text;
        await server.Editor.SetTextAsync(file, text + "\n");
        var keys = round.Ours.Of(round.Row("key to its having been taken, 12 a second", "ms"));
        round.Ours.Of(round.Row("processor while typing", "%")).Add(await round.Ours.Contestant.ProcessorAsync(async () =>
        {
            foreach (var character in Words)
            {
                keys.Add(await TypeAsync(server, file, character));
                await Task.Delay(s_pace, cancellationToken);
            }
        }));
        await server.Editor.SetTextAsync(file, text);
        await server.CloseAsync(file);
        await KeystrokesAsync(round, server, cancellationToken);
    }

    /// <summary>The answer to a request that follows a key comes when the key has been taken.</summary>
    static async Task<double> TypeAsync(ThisServer server, string file, char character)
    {
        var started = Stopwatch.GetTimestamp();
        await server.Editor.AppendAsync(file, character.ToString());
        await server.Editor.DocumentAsync(file);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    static async Task KeystrokesAsync(Round round, ThisServer server, CancellationToken cancellationToken)
    {
        var edit = round.Scenario.Edits[0].WithRoom();
        await server.Editor.SetModeAsync(ReloadMode.Type, cancellationToken);
        var row = round.Row("last key to new behaviour, in mode type", "ms");
        for (var count = 0; count < round.Edits && !round.Budget.IsSpent; count++)
        {
            var number = round.Numbers.Next();
            var text = round.Ours.Contestant.TextOf(edit, number);
            round.Ours.Of(row).Add(await round.Ours.Contestant.UntilShownAsync(
                Scenarios.EditKind.Numbered(edit.Expect, number), () => server.ChangeAsync(edit.File, text, cancellationToken), cancellationToken));
        }

        await server.Editor.SetModeAsync(ReloadMode.Save, cancellationToken);
    }
}
