using System.Diagnostics;
using HotReload.Benchmarks.Scenarios;
using HotReload.Benchmarks.Tools;

namespace HotReload.Benchmarks.Measuring.Parts;

/// <summary>Another branch is checked out while the program runs, by git itself.</summary>
sealed class BranchPart : IPart
{
    public string Name => "branch";

    public async Task RunAsync(Round round, CancellationToken cancellationToken)
    {
        if (round.Scenario.Branch is not { } branch || round.Budget.IsSpent)
        {
            return;
        }

        var row = round.Row($"git checkout of {branch.Others.Length + 1} files", "ms");
        foreach (var side in round.Sides)
        {
            var folder = side.Contestant.Workplace.Root;
            if (side.Contestant.Tool is ThisServer server)
            {
                // What is open counts as the editor has it.
                await server.CloseAsync(round.Scenario.Edits[0].File);
            }

            foreach (var name in (string[])["other", "main"])
            {
                side.Of(row).Add(await side.Contestant.UntilShownAsync(
                    name == "main" ? "main and" : "other and", () => GitAsync(folder, cancellationToken, "checkout", "-q", name), cancellationToken));
            }
        }
    }

    /// <summary>Makes the folder a repository with both branches. Before anything is started there: both tools would see the files come and go.</summary>
    public static async Task PrepareAsync(BranchEdit branch, string folder, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, ".gitignore"), "bin/\nobj/\n", cancellationToken);
        await GitAsync(folder, cancellationToken, "init", "-q", "-b", "main");
        await CommitAsync(folder, cancellationToken);
        var written = new Dictionary<string, DateTime>();
        await GitAsync(folder, cancellationToken, "checkout", "-q", "-b", "other");
        foreach (var file in branch.Others.Append(branch.File))
        {
            var path = Path.Combine(folder, file);
            written[path] = File.GetLastWriteTimeUtc(path);
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            await File.WriteAllTextAsync(path, file == branch.File ? text.Replace(branch.Find, "\"other\"", StringComparison.Ordinal) : text.Replace(branch.Other, branch.Other + " + 0", StringComparison.Ordinal), cancellationToken);
        }

        await CommitAsync(folder, cancellationToken);
        await GitAsync(folder, cancellationToken, "checkout", "-q", "main");
        foreach (var (path, time) in written)
        {
            // As the last build found it: nothing is to be built because of this.
            File.SetLastWriteTimeUtc(path, time);
        }
    }

    static async Task CommitAsync(string folder, CancellationToken cancellationToken)
    {
        await GitAsync(folder, cancellationToken, "add", "-A");
        await GitAsync(folder, cancellationToken, "-c", "user.name=Bench", "-c", "user.email=bench@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "change");
    }

    static async Task GitAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardError = true })
            ?? throw new InvalidOperationException("git did not start.");
        var said = await git.StandardError.ReadToEndAsync(cancellationToken);
        await git.WaitForExitAsync(cancellationToken);
        if (git.ExitCode != 0)
        {
            throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {said}");
        }
    }
}
