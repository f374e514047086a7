using HotReload.Core.Pipeline;
using HotReload.Core.Recovery;
using HotReload.Core.Ports;
using HotReload.Core.Speculation;
using HotReload.Engine.Session;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Sessions;

/// <summary>Puts the parts of a run together.</summary>
internal sealed class RunAssembly(
    SessionServices services,
    string session,
    SessionPlans plans,
    ReloadNumbers numbers,
    ProgramText text,
    IReloadObserver reloads,
    IProgramObserver programs,
    StateCarry state,
    SessionPages pages,
    SessionJournal journal)
{
    /// <summary>What of a run does not wait for its edit session. Nothing of it is started.</summary>
    /// <exception cref="JsonRpcException">It can't be.</exception>
    public RunParts Begin(EngineProgram engine)
    {
        var assembly = engine.OutputAssembly
            ?? throw RequestFailure.Of(ErrorCodes.NotLoaded, $"{plans.Current.ProjectPath} does not say where its program is built to.");
        var log = new GenerationLog();
        var launcher = new ProgramLauncher(LauncherOptions.Default, services.Time, TerminalFor());
        var calls = new CallReports(session, services.Client, log, reloads);
        var plan = plans.Current.Executable is null && engine.IsForBrowsers ? Serve(engine, assembly) : plans.Current;
        var group = new ProgramGroup(plan, assembly, engine.AssemblyNames, launcher, log, programs, state, calls.Called, journal, Place());
        var assets = ProgramFiles.Find(engine, plans.Current, services.Time.GetUtcNow());
        pages.Use(assets);
        return new(engine, log, group, assets, calls);
    }

    /// <summary>The run, with an edit session on what its program is started from.</summary>
    /// <exception cref="JsonRpcException">It can't be; nothing is left.</exception>
    public async Task<SessionRun> CreateAsync(RunParts parts, CancellationToken cancellationToken)
    {
        var edits = await StartEditsAsync(parts.Engine, cancellationToken);
        var ahead = new SpeculativeEdits(edits, services.Quiet, services.Time);
        var pipeline = new ReloadPipeline(
            session, ahead, parts.Programs, parts.Log, text, parts.Calls, numbers, services.Time, Options, parts.Assets) { Journal = journal };
        return new(parts.Engine, edits, ahead, parts.Log, parts.Programs, parts.Assets, pipeline);
    }

    /// <summary>As <c>dotnet run</c> starts what only browsers run.</summary>
    SessionPlan Serve(EngineProgram engine, string assembly) => engine.BrowserHost is { } host
        ? plans.Current with { Executable = host, Args = ["--applicationpath", assembly, .. plans.Current.Args] }
        : throw RequestFailure.Of(
            ErrorCodes.NotStarted,
            $"{plans.Current.ProjectPath} runs in browsers, as WebAssembly, and has no package that serves it. Add Microsoft.AspNetCore.Components.WebAssembly.DevServer, or start the program that hosts it.");

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

    PipelineOptions Options() => PipelineOptions.Default with
    {
        Settle = services.Options.DebounceOnSave,
        NewFields = services.Options.NewFields,
        NewFieldsBudget = services.Options.NewFieldsBudget,
        RollbackOnException = services.Options.RollbackOnException,
    };

    ClientTerminal? TerminalFor() => plans.Current.Terminal == TerminalKind.Client
        ? new ClientTerminal(services.Client, session, plans.Current.Name)
        : null;

    /// <summary>A program can outlive its server only for an editor that is known, and where something is kept.</summary>
    RecoveryPlace? Place() => journal.Folder is { } folder && services.Client.Process is { } owner ? new(folder, owner) : null;
}
