using System.Collections.Immutable;
using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Core.Speculation;
using HotReload.Engine.Emit;
using HotReload.Engine.Sdk;
using HotReload.Engine.Session;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Workspace;
using HotReload.Runtime.Launch;
using HotReload.Web.Assets;

namespace HotReload.Lsp.Sessions;

/// <summary>
/// Brings a session up: SDK, build where one is needed, projects, edit session, program. What does not depend on each
/// other goes side by side.
/// </summary>
internal sealed class SessionStarter(
    SessionServices services,
    string session,
    SessionPlans plans,
    SessionStatus status,
    ProgramBuilds builds,
    ReloadNumbers numbers,
    ProgramText text,
    IReloadObserver reloads,
    IProgramObserver programs,
    StateCarry state,
    SessionPages pages)
{
    string SessionFolder => Path.Combine(services.SessionsFolder, session);

    /// <summary>The SDK that builds the project.</summary>
    /// <exception cref="JsonRpcException">There is none that fits.</exception>
    public SdkInstallation FindSdk()
    {
        var lookup = SdkLocator.Locate(plans.Current.ProjectFolder);
        var error = lookup.Error ?? services.Roslyn.Bind(lookup.Found!);
        return error is null ? lookup.Found! : throw RequestFailure.Of(ErrorCodes.NoSdk, error);
    }

    /// <summary>Brings the session up.</summary>
    /// <exception cref="JsonRpcException">It can't be; nothing is left running.</exception>
    public async Task<SessionRun> StartAsync(SdkInstallation sdk, CancellationToken cancellationToken)
    {
        using var progress = await WorkProgress.BeginAsync(
            services.Client, $"Hot Reload: starting {plans.Current.Name}", cancellationToken);
        FileProgram? file = null;
        if (plans.Current.IsFileProgram)
        {
            file = await builds.BuildFileAsync(sdk, SessionFolder, progress, cancellationToken);
        }
        else if (EngineProgram.FindRestoreReason(plans.Current.ProjectPath) is { } reason)
        {
            await builds.BuildAsync(sdk, reason, progress, cancellationToken);
        }

        var engine = await LoadAsync(sdk, file, progress, cancellationToken);
        try
        {
            await builds.MakeCurrentAsync(engine, sdk, progress, cancellationToken);
            RefreshDisk();
            return await RunAsync(engine, cancellationToken);
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>What keeps the program from being built anew; empty when nothing does. What runs is not touched.</summary>
    public async Task<ImmutableArray<ReloadDiagnostic>> TryBuildAsync(string reason, CancellationToken cancellationToken)
    {
        using var progress = await WorkProgress.BeginAsync(services.Client, $"Hot Reload: building {plans.Current.Name}", cancellationToken);
        try
        {
            return await builds.TryAsync(FindSdk(), reason, progress, cancellationToken);
        }
        catch (JsonRpcException exception)
        {
            return [new(ErrorCodes.NoSdk, DiagnosticSeverity.Error, exception.Message, plans.Current.ProjectPath, default, null)];
        }
    }

    async Task<EngineProgram> LoadAsync(
        SdkInstallation sdk, FileProgram? file, IProgress<string> progress, CancellationToken cancellationToken)
    {
        status.Enter(SessionState.Starting, "Loading projects.");
        try
        {
            var engine = await EngineProgram.LoadAsync(
                sdk, new(plans.Current.ProjectPath, plans.Current.TargetFramework, SessionFolder, file) { CacheFolder = services.CacheFolder }, progress, cancellationToken);
            foreach (var problem in engine.Diagnostics)
            {
                services.Events.Publish(session, EventKinds.Warning, "", problem.Message);
            }

            return engine;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or ArgumentException)
        {
            throw RequestFailure.Of(ErrorCodes.NotLoaded, $"{plans.Current.ProjectPath} can't be loaded: {exception.Message}");
        }
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
    /// <exception cref="JsonRpcException">It can't be; nothing is left running.</exception>
    public async Task<SessionRun> RunAsync(EngineProgram engine, CancellationToken cancellationToken)
    {
        status.Enter(SessionState.Starting, "Starting the program.");
        var log = new GenerationLog();
        var assembly = engine.OutputAssembly
            ?? throw RequestFailure.Of(ErrorCodes.NotLoaded, $"{plans.Current.ProjectPath} does not say where its program is built to.");
        var launcher = new ProgramLauncher(LauncherOptions.Default, services.Time, TerminalFor());
        var calls = new CallReports(session, services.Client, log, reloads);
        var group = new ProgramGroup(plans.Current, assembly, engine.AssemblyNames, launcher, log, programs, state, calls.Called);
        var assets = ProgramFiles.Find(engine, plans.Current, services.Time.GetUtcNow());
        pages.Use(assets);

        // The program is started while the edit session is made: each has a core. Its own code waits for the text that is not on disk.
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var starting = StartReloadsAsync(engine, log, group, assets, calls, given.Token);
        var launch = group.LaunchAsync(starting, given.Token);
        Reloads? made = null;
        try
        {
            made = await starting;
            var warmUp = Task.WhenAll(made.Edits.StartWarmUp(), Task.Run(ResultWarmUp.Run, CancellationToken.None));
            if (await launch is { } error)
            {
                throw RequestFailure.Of(ErrorCodes.NotStarted, error);
            }

            await made.Edits.UseCapabilitiesAsync(group.Capabilities);

            // From here on the session is up; whoever gave up before that finds nothing of it.
            cancellationToken.ThrowIfCancellationRequested();
            return new(engine, made.Edits, made.Ahead, log, group, assets, made.Pipeline) { CatchUp = made.CatchUp, WarmUp = warmUp };
        }
        catch
        {
            await given.CancelAsync();
            await ((Task)launch).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await group.StopAsync();
            await (made?.Ahead.DisposeAsync() ?? default);
            throw;
        }
    }

    /// <summary>The edit session and the pipeline that a program's reloads go through.</summary>
    sealed record Reloads(EditSession Edits, SpeculativeEdits Ahead, ReloadPipeline Pipeline, ReloadResult? CatchUp);

    async Task<Reloads> StartReloadsAsync(
        EngineProgram engine, GenerationLog log, ProgramGroup group, ProgramAssets assets, IReloadObserver observer, CancellationToken cancellationToken)
    {
        var edits = await StartEditsAsync(engine, cancellationToken);
        var ahead = new SpeculativeEdits(edits, services.Quiet, services.Time);
        var pipeline = new ReloadPipeline(
            session, ahead, group, log, text, observer, numbers, services.Time,
            () => PipelineOptions.Default with
            {
                Settle = services.Options.DebounceOnSave,
                NewFields = services.Options.NewFields,
                NewFieldsBudget = services.Options.NewFieldsBudget,
                RollbackOnException = services.Options.RollbackOnException,
            },
            assets);
        try
        {
            // Text that is published but not on disk goes in before the program's own code runs.
            return new(edits, ahead, pipeline, await CatchUpAsync(pipeline, cancellationToken));
        }
        catch
        {
            await ahead.DisposeAsync();
            throw;
        }
    }

    static async Task<EditSession> StartEditsAsync(EngineProgram engine, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.StartSessionAsync(cancellationToken);
        }
        catch (UnsupportedSdkException exception)
        {
            throw RequestFailure.Of(ErrorCodes.NoSdk, exception.Message);
        }
    }

    async Task<ReloadResult?> CatchUpAsync(ReloadPipeline pipeline, CancellationToken cancellationToken)
    {
        if (text.Snapshot.Texts.IsEmpty)
        {
            return null;
        }

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

    ClientTerminal? TerminalFor() => plans.Current.Terminal == TerminalKind.Client
        ? new ClientTerminal(services.Client, session, plans.Current.Name)
        : null;
}
