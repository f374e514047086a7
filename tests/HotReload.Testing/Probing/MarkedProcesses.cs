using System.Globalization;

namespace HotReload.Testing.Probing;

/// <summary>
/// The processes that somebody has started, directly or not: each has the mark in its environment, which is inherited. Build servers of the
/// SDK are none of them: they are everybody's, and outlive a build on purpose. Where the system has no <c>/proc</c>, none is ever found.
/// </summary>
/// <param name="mark">Nobody else's.</param>
public sealed class MarkedProcesses(string mark)
{
    /// <summary>The variable that holds the mark.</summary>
    public const string Variable = "HOTRELOAD_TEST_MARK";

    const string Proc = "/proc";

    // The system tells nobody of the end of another's child, so this looks again.
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    static readonly string[] s_buildServers = ["VBCSCompiler", "MSBuild.dll", "rzc.dll", "/nodemode:"];

    readonly string _entry = $"{Variable}={mark}";

    /// <summary>The ids and command lines of those that run now.</summary>
    public IReadOnlyList<(int Id, string CommandLine)> Running() => !Directory.Exists(Proc) ? [] :
    [
        .. from folder in Directory.EnumerateDirectories(Proc)
           let name = Path.GetFileName(folder)
           where int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _) && Read(folder, "environ").Split('\0').Contains(_entry)
           let commandLine = Read(folder, "cmdline").Replace('\0', ' ').Trim()
           where commandLine.Length > 0 && !s_buildServers.Any(server => commandLine.Contains(server, StringComparison.Ordinal))
           select (int.Parse(name, CultureInfo.InvariantCulture), commandLine),
    ];

    /// <summary>Those that still run when they have had time to end. They are ended then.</summary>
    /// <param name="grace">How long they may take.</param>
    /// <param name="staying">The ids of those that are to run on.</param>
    public async Task<IReadOnlyList<string>> OrphansAsync(TimeSpan grace, params IReadOnlyCollection<int> staying)
    {
        using var late = new CancellationTokenSource(grace);
        while (Running().Where(process => !staying.Contains(process.Id)).ToList() is { Count: > 0 } left)
        {
            if (late.IsCancellationRequested)
            {
                left.ForEach(process => ProcessSignal.Kill(process.Id));
                return [.. left.Select(process => process.CommandLine)];
            }

            await Task.Delay(s_pause, CancellationToken.None);
        }

        return [];
    }

    static string Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is another user's.
            return "";
        }
    }
}
