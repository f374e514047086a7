using HotReload.Core.Buffers;
using HotReload.Engine.Sdk;
using HotReload.Engine.Session;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Sessions;

/// <summary>
/// Gets the workspace's program ready when the editor opens it, or a session has ended, before anybody starts it. Only one that its user has
/// started before: nobody else wants to pay for it.
/// </summary>
/// <param name="services">What every session shares.</param>
/// <param name="folders">Where programs are looked for.</param>
/// <param name="sessions">Those that run already have been started without.</param>
/// <param name="scheduler">Where it is done.</param>
internal sealed class Preparation(SessionServices services, WorkspaceFolders folders, SessionRegistry sessions, TaskScheduler scheduler)
{
    /// <summary>The editor's own start goes before, and that of a program which is asked for at once.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    /// <summary>Does it in the background.</summary>
    public void Begin() => _ = RunAsync();

    async Task RunAsync()
    {
        await Task.Delay(Delay, services.Time);
        if (!services.Options.Prepare || !sessions.All.IsEmpty)
        {
            return;
        }

        try
        {
            await Task.Factory.StartNew(PrepareAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            services.Log.Information($"Nothing is prepared: {exception.Message}");
        }
    }

    async Task PrepareAsync()
    {
        var projects = ProjectFinder.Find(folders.Paths).Select(project => project.Path).Where(path => !SourceFiles.IsProgram(path)).ToList();
        if (EngineShare.FindLastLoaded(services.CacheFolder, projects) is not { } project || FindSdk(project, projects) is not { } sdk || !sessions.All.IsEmpty)
        {
            return;
        }

        var options = new LoadOptions(project, TargetFramework: null, Path.Combine(services.SessionsFolder, "prepared")) { CacheFolder = services.CacheFolder };
        if (await services.Engine.PrepareAsync(sdk, options, scheduler))
        {
            services.Log.Information($"{project} is ready to be started.");
        }
    }

    /// <summary>A server works with one SDK. Where the workspace's programs may want several, the one that is started says which.</summary>
    SdkInstallation? FindSdk(string project, IEnumerable<string> projects)
    {
        var wanted = projects.Select(path => SdkLocator.FindGlobalJson(Path.GetDirectoryName(path)!)).Distinct(PathIdentity.Comparer);
        return wanted.Count() == 1 && SdkLocator.Locate(Path.GetDirectoryName(project)!).Found is { } sdk && services.Roslyn.Bind(sdk) is null ? sdk : null;
    }
}
