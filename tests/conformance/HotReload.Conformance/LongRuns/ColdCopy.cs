using System.Collections.Immutable;
using System.Diagnostics;
using HotReload.Testing.Fixtures;

namespace HotReload.Conformance.LongRuns;

/// <summary>The oracle: the same files, built by the SDK in a folder of their own and asked in a fresh process.</summary>
sealed class ColdCopy : IDisposable
{
    /// <summary>How long an answer may take, of the running program as of the built one; a random edit may make an endless loop.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    readonly string _folder = Directory.CreateTempSubdirectory("hr-cold-").FullName;
    ImmutableSortedDictionary<string, string> _written = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the files' program answers; null where it does not.</summary>
    /// <exception cref="InvalidOperationException">They can't be built.</exception>
    public async Task<string?> AskAsync(ImmutableSortedDictionary<string, string> files, CancellationToken cancellationToken)
    {
        Write(files);
        await DotNetCommand.RunAsync(
            _folder, ["build", RealCodeBase.Host, "-c", "Debug", "-v:q", "-nodeReuse:false"], cancellationToken);
        var assembly = Directory.EnumerateFiles(Path.Combine(_folder, "Host", "bin", "Debug"), "Host.dll", SearchOption.AllDirectories).Single();
        var start = new ProcessStartInfo(InstalledSdks.DotNet, [assembly]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        ChildEnvironment.Clean(start.Environment);
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        using var program = Process.Start(start) ?? throw new InvalidOperationException("The built program did not start.");
        try
        {
            await program.StandardInput.WriteLineAsync("cold".AsMemory(), cancellationToken);
            await program.StandardInput.FlushAsync(cancellationToken);
            var line = await program.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(AnswerTime, cancellationToken);
            return line is null ? null : AnswerOf(line);
        }
        catch (Exception exception) when (exception is TimeoutException or IOException)
        {
            return null;
        }
        finally
        {
            program.Kill(entireProcessTree: true);
        }
    }

    /// <summary>What a line of the program says.</summary>
    public static string AnswerOf(string line) =>
        System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].Trim()));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    void Write(ImmutableSortedDictionary<string, string> files)
    {
        foreach (var gone in _written.Keys.Except(files.Keys))
        {
            File.Delete(Path.Combine(_folder, gone));
        }

        foreach (var (path, text) in files.Where(file => _written.GetValueOrDefault(file.Key) != file.Value))
        {
            var full = Path.Combine(_folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }

        _written = files;
    }
}
