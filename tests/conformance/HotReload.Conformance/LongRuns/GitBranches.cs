using System.Collections.Immutable;
using System.Diagnostics;
using Files = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace HotReload.Conformance.LongRuns;

/// <summary>Other branches of a code base, which <c>git checkout</c> brings.</summary>
sealed class GitBranches(string folder)
{
    /// <summary>Makes the folder a repository, before anybody watches it.</summary>
    public async Task InitAsync()
    {
        await GitAsync("", "init", "-q", "-b", "main");
        await CommitAsync();
    }

    /// <summary>Makes a branch with these files out of the present ones; its name. The working tree is not touched.</summary>
    public async Task<string> CreateAsync(Files before, Files after)
    {
        await CommitAsync();
        var entries = new List<string>();
        foreach (var (path, text) in after.Where(file => before.GetValueOrDefault(file.Key) != file.Value))
        {
            entries.Add($"100644 {(await GitAsync(text, "hash-object", "-w", "--stdin")).Trim()}\t{path}");
        }

        // The index is what a commit is made from; the checkout then finds the working tree as the commit before has it.
        await GitAsync(string.Join('\n', entries) + "\n", "update-index", "--add", "--index-info");
        var tree = (await GitAsync("", "write-tree")).Trim();
        await GitAsync("", "read-tree", "HEAD");
        return (await GitAsync("", [.. s_author, "commit-tree", tree, "-p", "HEAD", "-m", "another branch"])).Trim();
    }

    /// <summary>Checks a branch out.</summary>
    public async Task CheckOutAsync(string branch) => await GitAsync("", "checkout", "-q", "--detach", branch);

    static readonly ImmutableArray<string> s_author = ["-c", "user.name=Soak", "-c", "user.email=soak@example.org", "-c", "commit.gpgsign=false"];

    async Task CommitAsync()
    {
        await GitAsync("", "add", "-A");
        await GitAsync("", [.. s_author, "commit", "-q", "--allow-empty", "-m", "state"]);
    }

    async Task<string> GitAsync(string input, params ImmutableArray<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        await git.StandardInput.WriteAsync(input);
        git.StandardInput.Close();
        var (output, error) = (git.StandardOutput.ReadToEndAsync(), git.StandardError.ReadToEndAsync());
        await git.WaitForExitAsync();
        return git.ExitCode == 0 ? await output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {await error}");
    }
}
