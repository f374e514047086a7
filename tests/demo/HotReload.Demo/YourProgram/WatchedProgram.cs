using HotReload.Core.Reload;
using HotReload.Demo.Reporting;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Editing;
using HotReload.Testing.Waiting;

namespace HotReload.Demo.YourProgram;

/// <summary>
/// A session on a program of the user's, without an editor: the server watches the files, each reload is shown, what can't be a
/// delta restarts the program. Standard input goes to the program.
/// </summary>
sealed class WatchedProgram(FileInfo project, string? launchProfile, IReadOnlyList<string> args, IReloadReport report)
{
    /// <summary>Runs until it is cancelled or the server is gone.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var options = new EditorOptions(project.Directory!.FullName) { Guard = Timeout.InfiniteTimeSpan };
        await using var editor = await EditorClient.LaunchAsync(options, cancellationToken);
        editor.Heard.Output.Appended += report.ProgramWrote;
        try
        {
            report.Say($"Starting {project.Name} ...");
            var session = await editor.StartAsync(Parameters(), cancellationToken);
            report.Say(Started(session));
            _ = PassInputAsync(editor, cancellationToken);
            await ShowReloadsAsync(editor, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            report.Say("Stopping ...");
            return 0;
        }
        catch (Exception exception) when (exception is JsonRpcRemoteException or HopelessWaitException)
        {
            report.Say(exception.Message);
        }

        return 1;
    }

    StartParams Parameters() => new(
        Project: project.FullName,
        LaunchProfile: launchProfile,
        Args: args.Count > 0 ? [.. args] : null,
        Mode: ReloadMode.Save);

    static string Started(SessionInfo session)
    {
        var where = session.Urls.IsDefaultOrEmpty ? "" : $" on {string.Join(" and ", session.Urls)}";
        return $"It runs{where}, under .NET SDK {session.SdkVersion}. Save a file to see it change; Ctrl+C stops it.";
    }

    async Task ShowReloadsAsync(EditorClient editor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await editor.NextResultAsync(cancellationToken: cancellationToken);
            report.Reloaded(result);
            if (result.Outcome is ReloadOutcome.RestartRequired or ReloadOutcome.Failed)
            {
                report.Reloaded(await editor.RestartAsync(cancellationToken: cancellationToken));
            }
        }
    }

    static async Task PassInputAsync(EditorClient editor, CancellationToken cancellationToken)
    {
        var buffer = new char[1024];
        await Task.Yield();
        int read;
        while ((read = await Console.In.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await editor.InputAsync(new string(buffer, 0, read));
        }
    }
}
