using System.Diagnostics;
using System.Globalization;

namespace HotReload.Testing.Fixtures;

/// <summary>Runs the SDK's commands to their end.</summary>
public static class DotNetCommand
{
    /// <summary>Restores and builds the projects of a folder: its solution if it has one, else its only project.</summary>
    /// <exception cref="InvalidOperationException">The build failed; the message holds its output.</exception>
    public static async Task BuildAsync(string folder, CancellationToken cancellationToken) =>
        await RunAsync(folder, ["build", Target(folder), "-v:q", "-nodeReuse:false"], cancellationToken);

    /// <summary>Runs <c>dotnet</c> with arguments and returns what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It ended with an error; the message holds its output.</exception>
    public static async Task<string> RunAsync(string folder, IEnumerable<string> args, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(InstalledSdks.DotNet, args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ChildEnvironment.Clean(start.Environment);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var text = await output + await error;
        return process.ExitCode == 0
            ? text
            : throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"'dotnet {string.Join(' ', args)}' in {folder} ended with {process.ExitCode}:\n{text}"));
    }

    static string Target(string folder) =>
        Directory.EnumerateFiles(folder, "*.sln").Concat(Directory.EnumerateFiles(folder, "*.slnx")).Concat(Directory.EnumerateFiles(folder, "*.*proj")).FirstOrDefault()
        ?? throw new FileNotFoundException($"There is no solution and no project in {folder}.");
}
