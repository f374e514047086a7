using HotReload.Core.Pipeline;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Engine.Emit;
using HotReload.Engine.Sdk;
using HotReload.Engine.Session;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Workspace;
using HotReload.Runtime.Builds;

namespace HotReload.Lsp.Sessions;

/// <summary>
/// Brings a session up: SDK, build where one is needed, projects, edit session, program. What does not depend on each
/// other goes side by side.
/// </summary>
internal sealed class SessionStarter(
    SessionServices services,
    SessionPlans plans,
    SessionStatus status,
    ProgramLoading loading,
    ProgramBuilds builds,
    ProgramText text,
    RunAssembly assembly,
    SessionJournal journal)
{
    /// <summary>See <see cref="ProgramLoading.FindSdk"/>.</summary>
    public SdkInstallation FindSdk() => loading.FindSdk();

    /// <summary>Brings the session up.</summary>
    /// <param name="sdk">Builds the project.</param>
    /// <param name="trial">What was done for it while the program before ran; null where nothing was.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="JsonRpcException">It can't be; nothing is left running.</exception>
    public async Task<SessionRun> StartAsync(SdkInstallation sdk, BuildTrial? trial, CancellationToken cancellationToken)
    {
        using var progress = await WorkProgress.BeginAsync(
            services.Client, $"Hot Reload: starting {plans.Current.Name}", cancellationToken);
        FileProgram? file = null;
        if (plans.Current.IsFileProgram)
        {
            file = await builds.BuildFileAsync(sdk, loading.Folder, progress, cancellationToken);
        }
        else if (trial?.Build is null && EngineProgram.FindRestoreReason(plans.Current.ProjectPath) is { } reason)
        {
            await builds.BuildAsync(sdk, reason, progress, cancellationToken);
        }

        var engine = trial?.Take() ?? await LoadAsync(sdk, file, progress, cancellationToken);
        try
        {
            await builds.MakeCurrentAsync(engine, sdk, trial?.Build, progress, cancellationToken);
            RefreshDisk();
            return await RunAsync(engine, isFirst: true, cancellationToken);
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Finds out what keeps the program from being built anew, and does of its next start what can be done before its end. What runs is
    /// not touched.
    /// </summary>
    /// <param name="reason">Why it is built.</param>
    /// <param name="loading">Told when the projects are loaded: what is written after that, they do not have.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<BuildTrial> TryBuildAsync(string reason, Action loading, CancellationToken cancellationToken)
    {
        using var progress = await WorkProgress.BeginAsync(services.Client, $"Hot Reload: building {plans.Current.Name}", cancellationToken);
        try
        {
            var sdk = FindSdk();
            var trial = await builds.TryAsync(sdk, reason, progress, cancellationToken);
            if (trial.Build is not null)
            {
                loading();
                await LoadAsync(trial, sdk, progress, cancellationToken);
            }

            return trial;
        }
        catch (JsonRpcException exception)
        {
            return BuildTrial.Failed(new ReloadDiagnostic(
                RequestFailure.CodeOf(exception)!, DiagnosticSeverity.Error, exception.Message, plans.Current.ProjectPath, default, null));
        }
    }

    /// <summary>Loads the projects.</summary>
    /// <exception cref="JsonRpcException">They can't be.</exception>
    public Task<EngineProgram> LoadAsync(SdkInstallation sdk, FileProgram? file, IProgress<string> progress, CancellationToken cancellationToken)
    {
        status.Enter(SessionState.Starting, "Loading projects.");
        return loading.LoadAsync(sdk, file, progress, cancellationToken);
    }

    /// <summary>
    /// Makes the program anew from memory, with all published text in it. What runs is not touched: where it fails, it runs on.
    /// </summary>
    public Task<EmitReport> EmitAsync(SessionRun run, CancellationToken cancellationToken)
    {
        RefreshDisk();
        return run.Engine.EmitAsync(text.Snapshot, cancellationToken);
    }

    /// <summary>Starts the program from what was built or emitted last, and the edit session on it.</summary>
    /// <param name="engine">What it is started from.</param>
    /// <param name="isFirst">Whether no program was started from these projects before.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="JsonRpcException">It can't be; nothing is left running.</exception>
    public async Task<SessionRun> RunAsync(EngineProgram engine, bool isFirst, CancellationToken cancellationToken)
    {
        status.Enter(SessionState.Starting, "Starting the program.");
        var parts = assembly.Begin(engine);

        // The program is started while the edit session is made: each has a core. Its own code waits for the text that is not on disk.
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var starting = StartReloadsAsync(parts, isFirst, given.Token);
        var launch = parts.Programs.LaunchAsync(starting, given.Token);
        SessionRun? run = null;
        try
        {
            run = await starting;
            if (await launch is { } error)
            {
                throw RequestFailure.Of(ErrorCodes.NotStarted, error);
            }

            await run.Edits.UseCapabilitiesAsync(run.Programs.Capabilities);

            // From here on the session is up; whoever gave up before that finds nothing of it.
            cancellationToken.ThrowIfCancellationRequested();
            return run;
        }
        catch
        {
            await given.CancelAsync();
            await ((Task)launch).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await parts.Programs.StopAsync();
            await (run?.AbandonAsync() ?? Task.CompletedTask);
            throw;
        }
    }

    async Task LoadAsync(BuildTrial trial, SdkInstallation sdk, IProgress<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            trial.Keep(await LoadAsync(sdk, file: null, progress, cancellationToken));
        }
        catch
        {
            await trial.DisposeAsync();
            throw;
        }
    }

    async Task<SessionRun> StartReloadsAsync(RunParts parts, bool isFirst, CancellationToken cancellationToken)
    {
        var run = await assembly.CreateAsync(parts, cancellationToken);
        try
        {
            journal.Begin(run.Engine.SdkVersion, run.Engine.Baseline!);

            // Text that is published but not on disk goes in before the program's own code runs.
            var catchUp = await CatchUpAsync(run.Pipeline, cancellationToken);
            run.Begin(catchUp, WarmUpAsync(run, isFirst ? Task.CompletedTask : run.Programs.Settled));
            return run;
        }
        catch
        {
            await run.AbandonAsync();
            throw;
        }
    }

    /// <summary>Completes when the first edit will find everything ready.</summary>
    /// <param name="run">What is warmed up.</param>
    /// <param name="after">
    /// What it waits for. A first start has the compiler's own code to warm up, which the first edit would wait for; after that the program's
    /// start is what its user waits for.
    /// </param>
    static Task WarmUpAsync(SessionRun run, Task after) =>
        Task.WhenAll(run.Edits.StartWarmUp(after), Task.Run(ResultWarmUp.Run, CancellationToken.None));

    static async Task<ReloadResult?> CatchUpAsync(ReloadPipeline pipeline, CancellationToken cancellationToken)
    {
        using var window = new CompileWindow(cancellationToken);
        return await pipeline.CatchUpAsync(window);
    }

    /// <summary>What is known of files on disk may be from before.</summary>
    void RefreshDisk()
    {
        foreach (var path in services.Buffers.DiskFiles)
        {
            services.Buffers.ChangeOnDisk(path, SourceFiles.Read(path));
        }
    }
}
