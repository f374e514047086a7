using System.CommandLine;
using System.Text.Json;
using HotReload.Conformance.Kills;
using HotReload.Conformance.Programs;

namespace HotReload.Conformance.LongRuns;

/// <summary>Runs a working day in minutes.</summary>
sealed class LongRunCommand : Command
{
    readonly Option<double> _minutes = new("--minutes") { Description = "How long to go on.", DefaultValueFactory = _ => 10 };
    readonly Option<int?> _seed = new("--seed") { Description = "What makes the same run again; left out, another one each time." };
    readonly Option<int?> _kills = new("--kills") { Description = "Only this: kills the server so often at random moments while somebody types, and compares what the program says with the text." };
    readonly Option<FileInfo?> _replay = new("--replay") { Description = "Only this: does again what a run that failed has written down, without its faults, and compares with a build after each edit." };
    readonly Option<FileInfo?> _json = new("--json") { Description = "Where to write the report." };

    public LongRunCommand()
        : base("day", "Works on a real code base with the real server, faults included, and holds the program against a build every 50th edit.")
    {
        Add(_minutes);
        Add(_seed);
        Add(_kills);
        Add(_replay);
        Add(_json);
        SetAction(RunAsync);
    }

    async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        // The edits are made with Roslyn.
        RunnerSdk.Bind();
        return arguments.GetValue(_kills) is { } kills ? await KillAsync(kills, arguments.GetValue(_seed) ?? 1)
            : arguments.GetValue(_replay) is { } trail ? await new Replay(Console.WriteLine).RunAsync(trail.FullName, cancellationToken)
            : await RunBoundAsync(arguments, cancellationToken);
    }

    static async Task<int> KillAsync(int kills, int seed)
    {
        var report = await new KillRun(seed, Console.WriteLine).RunAsync(kills);
        Console.WriteLine(JsonSerializer.Serialize(report, ConformanceJson.Indented));
        return report.Lost.Count == 0 ? 0 : 1;
    }

    async Task<int> RunBoundAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var seed = arguments.GetValue(_seed) ?? Random.Shared.Next(1, 1_000_000);
        var report = await new LongRun(seed, Console.WriteLine).RunAsync(TimeSpan.FromMinutes(arguments.GetValue(_minutes)), cancellationToken);
        if (arguments.GetValue(_json) is { } json)
        {
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(report, ConformanceJson.Indented) + "\n", cancellationToken);
        }

        Console.WriteLine(report.Closing);
        return report.Failed == 0 ? 0 : 1;
    }
}
