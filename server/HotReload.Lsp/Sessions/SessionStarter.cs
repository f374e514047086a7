using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Sdk;
using HotReload.Engine.Session;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Workspace;
using HotReload.Runtime.Builds;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Sessions;

/// <summary>
/// Brings a session up: SDK, build where one is needed, projects, edit session, program. What does not depend on each
/// other goes side by side.
/// </summary>
internal sealed class SessionStarter(
    SessionServices services,
    string session,
    SessionPlan plan,
    SessionStatus status,
    DiagnosticsPublisher diagnostics,
    ReloadNumbers numbers,
    IReloadObserver reloads,
    IProgramObserver programs)
{
    /// <summary>The SDK that builds the project.</summary>
    /// <exception cref="JsonRpc.Messages.JsonRpcException">There is none that fits.</exception>
    public SdkInstallation FindSdk()
    {
        var lookup = SdkLocator.Locate(plan.ProjectFolder);
        var error = lookup.Error ?? services.Roslyn.Bind(lookup.Found!);
        return error is null ? lookup.Found! : throw RequestFailure.Of(ErrorCodes.NoSdk, error);
    }

    /// <summary>Brings the session up.</summary>
    /// <exception cref="JsonRpc.Messages.JsonRpcException">It can't be; nothing is left running.</exception>
    public async Task<SessionRun> StartAsync(SdkInstallation sdk, CancellationToken cancellationToken)
    {
        using var progress = await WorkProgress.BeginAsync(
            services.Client, $"Hot Reload: starting {Path.GetFileNameWithoutExtension(plan.ProjectPath)}", cancellationToken);
        if (EngineProgram.FindRestoreReason(plan.ProjectPath) is { } reason)
        {
            await BuildAsync(sdk, reason, progress, cancellationToken);
        }

        var engine = await LoadAsync(sdk, progress, cancellationToken);
        try
        {
            var baseline = await engine.CheckBaselineAsync(cancellationToken);
            if (!baseline.IsCurrent)
            {
                await BuildAsync(sdk, baseline.Reasons[0], progress, cancellationToken);
                await engine.RefreshAsync(cancellationToken);
                await WarnOfStaleBaselineAsync(engine, cancellationToken);
            }

            return await RunAsync(engine, cancellationToken);
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    async Task<EngineProgram> LoadAsync(SdkInstallation sdk, IProgress<string> progress, CancellationToken cancellationToken)
    {
        status.Enter(SessionState.Starting, "Loading projects.");
        var folder = Path.Combine(services.SessionsFolder, session);
        try
        {
            var engine = await EngineProgram.LoadAsync(
                sdk, new(plan.ProjectPath, plan.TargetFramework, folder), progress, cancellationToken);
            foreach (var problem in engine.Diagnostics)
            {
                services.Events.Publish(session, EventKinds.Warning, "", problem.Message);
            }

            return engine;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or ArgumentException)
        {
            throw RequestFailure.Of(ErrorCodes.NotLoaded, $"{plan.ProjectPath} can't be loaded: {exception.Message}");
        }
    }

    async Task BuildAsync(SdkInstallation sdk, string reason, IProgress<string> progress, CancellationToken cancellationToken)
    {
        status.Enter(SessionState.Building, reason);
        services.Events.Publish(session, EventKinds.BuildStarted, "", reason);
        var result = await new DotnetBuild(sdk.DotnetExecutable).RunAsync(plan.ProjectPath, progress, cancellationToken);
        services.Events.Publish(session, EventKinds.BuildFinished, "", result.Succeeded ? "The build succeeded." : "The build failed.");
        if (result.Succeeded)
        {
            return;
        }

        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        diagnostics.Show(errors);
        throw RequestFailure.Of(ErrorCodes.BuildFailed, errors is [var first, ..]
            ? $"The build failed with {errors.Count} error{(errors.Count == 1 ? "" : "s")}; the first: {first.Code} {first.Message}"
                + (first.File is null ? "" : $" ({first.File}:{first.Range.Start.Line + 1})")
            : $"The build failed. It wrote:\n{result.OutputTail}");
    }

    async Task WarnOfStaleBaselineAsync(EngineProgram engine, CancellationToken cancellationToken)
    {
        foreach (var reason in (await engine.CheckBaselineAsync(cancellationToken)).Reasons)
        {
            services.Events.Publish(
                session, EventKinds.Warning, "", $"{reason} A build did not change that; edits of this project may need a restart.");
        }
    }

    async Task<SessionRun> RunAsync(EngineProgram engine, CancellationToken cancellationToken)
    {
        status.Enter(SessionState.Starting, "Starting the program.");
        RefreshDisk();
        var edits = await StartEditsAsync(engine, cancellationToken);
        var log = new GenerationLog();
        var assembly = engine.OutputAssembly
            ?? throw RequestFailure.Of(ErrorCodes.NotLoaded, $"{plan.ProjectPath} does not say where its program is built to.");
        var launcher = new ProgramLauncher(LauncherOptions.Default, services.Time, TerminalFor());
        var group = new ProgramGroup(plan, assembly, launcher, log, programs);
        var pipeline = new ReloadPipeline(
            session, edits, group, log, services.Buffers, reloads, numbers, services.Time,
            PipelineOptions.Default with { Settle = services.Options.DebounceOnSave });

        // Text that is published but not on disk goes in before the program's own code runs.
        var catchUp = await CatchUpAsync(pipeline);
        var warmUp = Task.WhenAll(edits.StartWarmUp(), Task.Run(ResultWarmUp.Run, cancellationToken));
        if (await group.RelaunchAsync(cancellationToken) is { } error)
        {
            await edits.DisposeAsync();
            throw RequestFailure.Of(ErrorCodes.NotStarted, error);
        }

        await edits.UseCapabilitiesAsync(group.Capabilities);
        return new(engine, edits, log, group, new ReloadScheduler(pipeline.ReloadAsync)) { CatchUp = catchUp, WarmUp = warmUp };
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

    async Task<ReloadResult?> CatchUpAsync(ReloadPipeline pipeline)
    {
        if (services.Buffers.Snapshot.Texts.IsEmpty)
        {
            return null;
        }

        using var window = new CompileWindow(CancellationToken.None);
        return await pipeline.CatchUpAsync(window);
    }

    /// <summary>What is known of files on disk is from before; the projects were just loaded from the disk itself.</summary>
    void RefreshDisk()
    {
        foreach (var path in services.Buffers.DiskFiles)
        {
            services.Buffers.ChangeOnDisk(path, SourceFiles.Read(path));
        }
    }

    ClientTerminal? TerminalFor() => plan.Terminal == TerminalKind.Client
        ? new ClientTerminal(services.Client, session, Path.GetFileNameWithoutExtension(plan.ProjectPath))
        : null;
}
