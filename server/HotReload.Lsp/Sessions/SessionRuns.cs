using HotReload.Core.Reload;
using HotReload.Engine.Emit;
using HotReload.Engine.Sdk;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;

namespace HotReload.Lsp.Sessions;

/// <summary>The run of a session that is current, and how the next one follows it.</summary>
internal sealed class SessionRuns(SessionStarter starter, RunRecovery recovery, ProjectChanges projects, ReloadTriggers triggers, StateCarry state)
{
    volatile SessionRun? _current;
    volatile SessionRun? _last;
    SdkInstallation? _sdk;

    /// <summary>What runs now; null before the start, during a restart and after the end.</summary>
    public SessionRun? Current => _current;

    /// <summary>What runs now or ran last.</summary>
    public SessionRun? Last => _last;

    /// <summary>The version of the SDK that builds the project; empty before the first start.</summary>
    public string SdkVersion => _sdk?.Version ?? "";

    /// <summary>Whether any of some files is part of what runs, or would be; while nothing runs, who knows.</summary>
    public bool Concern(IEnumerable<string> paths) => _current is not { } run || paths.Any(run.Concerns);

    /// <summary>Loads, builds where needed, and starts.</summary>
    /// <exception cref="JsonRpc.Messages.JsonRpcException">It can't be; nothing runs.</exception>
    public Task<SessionRun> StartAsync(CancellationToken cancellationToken) => StartAsync(trial: null, cancellationToken);

    /// <summary>Goes on with the run of a server that has ended.</summary>
    /// <returns>The run, and why its program takes no change before it is restarted; null where it does.</returns>
    /// <exception cref="JsonRpc.Messages.JsonRpcException">It can't be; nothing runs.</exception>
    public async Task<(SessionRun Run, string? Mismatch)> ResumeAsync(LostRun lost, MetProgram program, CancellationToken cancellationToken)
    {
        projects.Begin();
        try
        {
            var (run, mismatch) = await recovery.ResumeAsync(_sdk = starter.FindSdk(), lost, program, cancellationToken);
            return (Adopt(run), mismatch);
        }
        catch
        {
            await program.Program.Program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the program anew from memory while it runs; null where there is nothing to make it from.</summary>
    public async Task<EmitReport?> EmitAsync(CancellationToken cancellationToken) =>
        _current is { } run && !projects.IsStale ? await starter.EmitAsync(run, cancellationToken) : null;

    /// <summary>
    /// Where a restart needs a build: finds out whether it would succeed, while the program runs on. Makes no trial where nothing runs that
    /// could go on.
    /// </summary>
    public async Task<BuildTrial> TryBuildAsync(EmitReport? emitted, CancellationToken cancellationToken)
    {
        if (emitted is { Succeeded: true } || _current is null)
        {
            return BuildTrial.None();
        }

        var reason = emitted?.BuildReason ?? projects.Reason ?? "Files that say how the program is built have changed.";
        projects.Begin();
        return await starter.TryBuildAsync(reason, projects.Begin, cancellationToken);
    }

    /// <summary>
    /// Ends what runs and starts what was emitted; where nothing was, from a build. Only now, with everything there that the
    /// new program needs, does the old one end, and its state is taken in the last moment.
    /// </summary>
    /// <param name="emitted">What was emitted; null where nothing was.</param>
    /// <param name="trial">What was done for a build while the program ran.</param>
    /// <param name="wanted">What becomes of the program's state.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<SessionRun> ReplaceAsync(EmitReport? emitted, BuildTrial trial, RestartState wanted, CancellationToken cancellationToken)
    {
        if (_current is { } ending)
        {
            await state.TakeAsync(ending.Programs.Running, ending.AssemblyNames, wanted, cancellationToken);
        }

        if (emitted is not { Succeeded: true })
        {
            await EndAsync();
            return await StartAsync(trial, cancellationToken);
        }

        var engine = await Disconnect()!.EndAsync();
        try
        {
            return Adopt(await starter.RunAsync(engine, isFirst: false, cancellationToken));
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>Ends what runs; returns when its programs are gone.</summary>
    public async Task EndAsync()
    {
        if (Disconnect() is { } run)
        {
            await run.DisposeAsync();
        }
    }

    async Task<SessionRun> StartAsync(BuildTrial? trial, CancellationToken cancellationToken)
    {
        // Projects that a trial has loaded have nothing that was written since.
        if (trial?.Build is null)
        {
            projects.Begin();
        }

        return Adopt(await starter.StartAsync(_sdk = starter.FindSdk(), trial, cancellationToken));
    }

    SessionRun Adopt(SessionRun run)
    {
        run.Doubted += () => triggers.Published(ReloadCause.Check);
        return _last = _current = run;
    }

    SessionRun? Disconnect()
    {
        var run = _current;
        _current = null;
        triggers.Disconnect();
        return run;
    }
}
