using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using HotReload.Testing.Fixtures;
using HotReload.Testing.Probing;
using HotReload.Testing.Waiting;

namespace HotReload.Testing.Editing;

/// <summary>The real server, in a process of its own, on standard input and output.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    const string Variable = "HOTRELOAD_SERVER";
    static readonly TimeSpan PoliteEnd = TimeSpan.FromSeconds(5);

    readonly Process _process;
    readonly Task _errors;

    ServerProcess(Process process, string mark)
    {
        _process = process;
        Mark = mark;
        _errors = ReadErrorsAsync();
    }

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    /// <summary>Nobody else's: it and all processes that it starts have it in their environment (<see cref="MarkedProcesses"/>).</summary>
    public string Mark { get; }

    /// <summary>What the server reads.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>What the server writes.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>The lines of its standard error.</summary>
    public Journal<string> Errors { get; } = new();

    /// <summary>
    /// The server's assembly: that of the environment variable <c>HOTRELOAD_SERVER</c>, else the one built in this repository, in
    /// the configuration of the kit first.
    /// </summary>
    /// <exception cref="FileNotFoundException">It is not built.</exception>
    public static string DefaultPath()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named;
        }

        var folder = Path.Combine(RepositoryRoot.Path, "artifacts", "bin", "HotReload.Lsp");
        var paths = BuildConfiguration.OwnFirst.Select(name => Path.Combine(folder, name, "HotReload.Lsp.dll")).ToList();
        return paths.Find(File.Exists)
            ?? throw new FileNotFoundException($"Build the server first; looked for {string.Join(" and ", paths)}.");
    }

    /// <summary>Starts it.</summary>
    /// <param name="path">Its assembly; null: <see cref="DefaultPath"/>.</param>
    /// <param name="environment">Variables on top of those of this process.</param>
    /// <param name="args">Arguments after <c>--stdio</c>.</param>
    public static ServerProcess Start(
        string? path = null, IReadOnlyDictionary<string, string>? environment = null, params IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo(InstalledSdks.DotNet, [path ?? DefaultPath(), "--stdio", .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ChildEnvironment.Clean(start.Environment);

        // What one test's server has kept, the next one's finds, as a user's does; the user's own is left alone.
        start.Environment["XDG_CACHE_HOME"] = CacheFolder;
        var mark = Guid.NewGuid().ToString("N");
        start.Environment[MarkedProcesses.Variable] = mark;
        start.Environment[LogSecrets.Variable] = Canary(mark);
        foreach (var (name, value) in environment ?? ImmutableDictionary<string, string>.Empty)
        {
            start.Environment[name] = value;
        }

        return new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException("The server did not start."), mark);
    }

    /// <summary>Where servers keep what later ones find.</summary>
    public static string CacheFolder { get; } = System.IO.Path.Combine(RepositoryRoot.Path, "artifacts", "test-cache");

    /// <summary>A value of its environment that stands nowhere else.</summary>
    internal static string Canary(string mark) => $"canary-of-{mark}";

    /// <summary>Waits for its end and says how it ended.</summary>
    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, as the operating system would; its children are left to the server's own precautions.</summary>
    public void Kill() => _process.Kill();

    /// <summary>One sentence on how it ended.</summary>
    public async Task<string> EndAsync()
    {
        var code = await ExitCodeAsync(CancellationToken.None);
        await _errors;
        return string.Create(CultureInfo.InvariantCulture, $"The server ended with code {code}.");
    }

    /// <summary>Gives it time to end by itself, then ends it and all it has started.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(PoliteEnd);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            Errors.Add(line);
        }
    }
}
