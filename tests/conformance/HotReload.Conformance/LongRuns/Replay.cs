using System.Collections.Immutable;
using System.Text;
using HotReload.Core.Reload;
using HotReload.Testing.Fixtures;

namespace HotReload.Conformance.LongRuns;

/// <summary>Does what is written in a trail once more, without its faults, and holds the program against a build after each deed.</summary>
/// <param name="tell">Hears how it goes.</param>
sealed class Replay(Action<string> tell)
{
    /// <summary>Does it.</summary>
    /// <returns>How often the program was not what a build of its text is.</returns>
    public async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        var steps = Trail.Read(path);
        using var cold = new ColdCopy();
        var source = new FixtureSource("replay", [.. steps[0].Files.Select(file => new FixtureFile(file.Key, [.. Encoding.UTF8.GetBytes(file.Value!)]))]);
        await using var player = await Player.StartAsync(source, cancellationToken);
        var divergences = 0;
        foreach (var (step, number) in steps.Skip(1).Select((step, index) => (step, index + 2)))
        {
            var from = player.Editor.Heard.Results.Count;
            await DoAsync(player, step.Files);
            var problem = await player.SettleAsync();
            var (running, built) = (await player.AskAsync(), await cold.AskAsync(player.Files, cancellationToken));
            divergences += running == built ? 0 : 1;
            var results = player.Editor.Heard.Results.All().Skip(from).Select(result => $"{result.Outcome}");
            tell($"line {number}, {step.Deed} ({string.Join(", ", step.Files.Keys)}): {string.Join(", ", results)} {problem}{(running == built ? "" : $"\n  hot:  {running}\n  cold: {built}")}");
        }

        return divergences;
    }

    static async Task DoAsync(Player player, ImmutableSortedDictionary<string, string?> changes)
    {
        foreach (var (path, text) in changes)
        {
            if (text is not null && player.Files.ContainsKey(path) && RealCodeBase.IsOpenToEdits(path))
            {
                await player.SaveAsync(path, text);
                continue;
            }

            var full = Path.Combine(player.Root, path);
            await player.ChangeOutsideAsync(text is null ? player.Files.Remove(path) : player.Files.SetItem(path, text), () =>
            {
                if (text is null)
                {
                    File.Delete(full);
                    return Task.CompletedTask;
                }

                return File.WriteAllTextAsync(full, text);
            });
        }
    }
}
