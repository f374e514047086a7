using System.Diagnostics;
using HotReload.Runtime.Launch;

// How much the agent adds to the start of a program: the same program (this one, told to do nothing) is started with and
// without it in turn, and each time is taken from the start of the process to its end.
const string Nothing = "nothing";
const int DefaultRuns = 40;
const int WarmUps = 3;

if (args is [Nothing])
{
    Console.WriteLine("Hello");
    return;
}

var runs = args is [var text] ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : DefaultRuns;
var self = typeof(Program).Assembly.Location;
var root = LauncherOptions.Default.DotnetRoot;
var host = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
var launcher = new ProgramLauncher(LauncherOptions.Default, TimeProvider.System);

// A .dll without its executable beside it, so that both ways start by the same host.
var folder = Directory.CreateTempSubdirectory("agent-startup-").FullName;
foreach (var extension in new[] { ".dll", ".runtimeconfig.json" })
{
    File.Copy(Path.ChangeExtension(self, extension), Path.Combine(folder, Path.GetFileNameWithoutExtension(self) + extension));
}

var target = Path.Combine(folder, Path.GetFileName(self));
var without = new List<double>();
var with = new List<double>();
for (var run = -WarmUps; run < runs; run++)
{
    var plain = await PlainAsync();
    var hooked = await HookedAsync();
    if (run >= 0)
    {
        without.Add(plain);
        with.Add(hooked);
    }
}

Directory.Delete(folder, recursive: true);
Console.WriteLine($"without the agent: median {Median(without):F1} ms, least {without.Min():F1} ms");
Console.WriteLine($"with the agent:    median {Median(with):F1} ms, least {with.Min():F1} ms");
Console.WriteLine($"the agent adds:    median {Median(with) - Median(without):F1} ms, least {with.Min() - without.Min():F1} ms");

async Task<double> PlainAsync()
{
    var started = Stopwatch.GetTimestamp();
    using var process = Process.Start(new ProcessStartInfo(host, ["exec", target, Nothing])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
    })!;
    await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
}

async Task<double> HookedAsync()
{
    var command = new LaunchCommand(target, [Nothing], folder, System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty, _ => Task.FromResult(System.Collections.Immutable.ImmutableArray<HotReload.Core.Reload.Generation>.Empty));
    var started = Stopwatch.GetTimestamp();
    var result = await launcher.LaunchAsync(command, _ => { }, CancellationToken.None);
    await using var program = result.Program ?? throw new InvalidOperationException(result.Failure!.Reason);
    await program.Exited;
    return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
}

static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
