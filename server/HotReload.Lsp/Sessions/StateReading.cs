using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.Core.State;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>Reads what a program marks, for people. It goes through a file that only this user can read, and that is gone afterwards.</summary>
internal sealed class StateReading(SessionServices services, string session)
{
    /// <summary>More than that nobody reads.</summary>
    static readonly StateLimits s_limits = new(16L * 1024 * 1024, 100_000, TimeSpan.FromSeconds(2));

    /// <summary>Reads it.</summary>
    /// <returns>It, or why there is none.</returns>
    public async Task<(StateDocument? Document, string? Error)> ReadAsync(
        IRunningProgram program, ImmutableArray<string> assemblies, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(services.SessionsFolder, session, "reading");
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.json");
        try
        {
            Directory.CreateDirectory(folder);
            var report = await program.CaptureAsync(
                new(path, assemblies) { Form = StateForm.Readable }, StateMode.Marked, s_limits, cancellationToken);
            return report is { Error: null, Bytes: > 0 }
                ? (new(await File.ReadAllTextAsync(path, cancellationToken), report.Objects, report.Summary), null)
                : (null, report.Error ?? NothingIn(report));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, exception.Message);
        }
        finally
        {
            if (File.Exists(path))
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Where something is marked and can't be taken, the reason is told.</summary>
    static string NothingIn(StateReport report) =>
        report.Items.Select(item => item.Reason).FirstOrDefault(reason => reason is not null) ?? SnapshotRing.NothingMarked;
}
