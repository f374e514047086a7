using HotReload.Lsp.Hosting;
using HotReload.Lsp.Sessions;
using HotReload.Runtime.Processes;

namespace HotReload.Lsp.Recovery;

/// <summary>Looks for the program of a session whose server has ended.</summary>
internal sealed class LostPrograms(RunRecovery recovery, SessionPlans plans, ServerLog log, TimeProvider time)
{
    /// <summary>
    /// How long a program that nobody can take over may take to end, beyond what it takes to find that out: another one that is started
    /// before may find the port taken.
    /// </summary>
    public static readonly TimeSpan EndTime = TimeSpan.FromSeconds(5);

    /// <summary>Takes over the program that a session's folder tells of.</summary>
    /// <returns>The newest run that can be read, its program, and where that can't be had, why. Then it has ended, or is about to.</returns>
    public async Task<(LostRun? Run, MetProgram? Program, string? Reason)> FindAsync(SessionHome home, CancellationToken cancellationToken)
    {
        var reason = "nothing was noted down of what it ran";
        LostRun? last = null;
        foreach (var journal in home.Journals)
        {
            var (run, damage) = JournalReader.Read(journal);
            if (run is null)
            {
                log.Warning($"A session's journal is not used. {damage}");
                reason = "its journal could not be used";
                continue;
            }

            (last, reason) = (run, "its program had ended");
            if (plans.Current.IsFileProgram)
            {
                // Only a build knows its project, and would write over what the program runs from.
                reason = "a file-based program can't be gone on with";
            }
            else if (await recovery.MeetAsync(run, cancellationToken) is { } met)
            {
                return (run, met, null);
            }
        }

        await EndAsync(home, cancellationToken);
        return (last, null, reason);
    }

    /// <summary>Without its journal a program ends by itself; one that hangs at that is killed.</summary>
    async Task EndAsync(SessionHome home, CancellationToken cancellationToken)
    {
        var programs = home.Journals.Select(ProgramOf).OfType<ProcessIdentity>().ToList();
        foreach (var journal in home.Journals)
        {
            File.Delete(journal);
        }

        foreach (var program in programs)
        {
            using var watch = ParentProcessWatch.Start(program.Id, time);
            await Task.WhenAny(watch.Exited, Task.Delay(EndTime, time, cancellationToken));
            program.Kill();
        }
    }

    /// <summary>A journal that can't be read names its program by the id alone, which another process may have by now: one that is younger.</summary>
    static ProcessIdentity? ProgramOf(string journal) =>
        SessionHome.ProcessOf(journal) is { } id && ProcessIdentity.Find(id) is { } found && found.HasStartedBefore(File.GetLastWriteTimeUtc(journal))
            ? found
            : null;
}
