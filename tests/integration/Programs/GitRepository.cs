using System.Diagnostics;

namespace HotReload.IntegrationTests;

/// <summary>A real git repository in a folder.</summary>
sealed class GitRepository(string folder)
{
    /// <summary>Makes the folder a repository with all that is in it, outputs aside, on the branch <c>main</c>.</summary>
    public async Task InitAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, ".gitignore"), "bin/\nobj/\n");
        await RunAsync("init", "-q", "-b", "main");
        await CommitAsync();
    }

    /// <summary>Makes a branch of what is checked out, with some change.</summary>
    public async Task BranchAsync(string name, Action change)
    {
        await RunAsync("checkout", "-q", "-b", name);
        change();
        await CommitAsync();
    }

    public Task CheckOutAsync(string branch) => RunAsync("checkout", "-q", branch);

    public Task CloneAsync(string branch, string target) => RunAsync("clone", "-q", "-b", branch, folder, target);

    async Task CommitAsync()
    {
        await RunAsync("add", "-A");
        await RunAsync("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "change");
    }

    async Task RunAsync(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardError = true })!;
        var said = await git.StandardError.ReadToEndAsync();
        await git.WaitForExitAsync();
        Assert.That(git.ExitCode, Is.Zero, $"git {string.Join(' ', arguments)}: {said}");
    }
}
