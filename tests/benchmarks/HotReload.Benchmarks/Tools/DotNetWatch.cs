using System.Diagnostics;
using HotReload.Testing.Fixtures;
using HotReload.Testing.Probing;

namespace HotReload.Benchmarks.Tools;

/// <summary>The SDK's own <c>dotnet watch</c>, which sees files change on disk.</summary>
public sealed class DotNetWatch(Workplace workplace) : IReloadTool
{
    readonly Dictionary<string, string> _changed = [];
    Process? _process;

    /// <inheritdoc/>
    public OutputText Output { get; } = new();

    /// <inheritdoc/>
    public int ProcessId => ProcessTree.Of(Started.Id).FirstOrDefault(IsWatch, Started.Id);

    Process Started => _process ?? throw new InvalidOperationException("Not started.");

    /// <inheritdoc/>
    /// <remarks>It is part of nothing that could have been opened.</remarks>
    public Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(
            InstalledSdks.DotNet,
            ["watch", "--non-interactive", "--project", workplace.Project, "run", "--no-launch-profile"])
        {
            WorkingDirectory = Path.GetDirectoryName(workplace.Project)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ChildEnvironment.Clean(start.Environment);
        foreach (var (name, value) in workplace.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_WATCH_RESTART_ON_RUDE_EDIT"] = "1";

        // No browser is there: without its part of the work it is faster, so this is in its favour.
        start.Environment["DOTNET_WATCH_SUPPRESS_LAUNCH_BROWSER"] = "1";
        start.Environment["DOTNET_WATCH_SUPPRESS_BROWSER_REFRESH"] = "1";
        start.Environment["DOTNET_WATCH_SUPPRESS_EMOJIS"] = "1";
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet watch did not start.");
        _ = ReadAsync(_process.StandardOutput);
        _ = ReadAsync(_process.StandardError);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ChangeAsync(string file, string text, CancellationToken cancellationToken)
    {
        _changed[file] = text;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task SaveAsync(string file, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(workplace.PathTo(file), _changed[file], cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        // The program may have been orphaned by its launcher: every process is ended by its own id.
        foreach (var id in ProcessTree.Of(_process.Id))
        {
            ProcessTree.Kill(id);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // The command's host process starts the tool proper, which holds the compiler, in one of its own.
    static bool IsWatch(int id) => ProcessTree.CommandLine(id).Contains("dotnet-watch.dll", StringComparison.Ordinal);

    async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0)
        {
            Output.Append(new string(buffer, 0, read));
        }
    }
}
