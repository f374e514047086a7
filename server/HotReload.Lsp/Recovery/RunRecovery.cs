using HotReload.Engine.Sdk;
using HotReload.Engine.Session;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Sessions;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Recovery;

/// <summary>
/// Goes on with the run of a server that has ended: takes the program over, loads its projects, and brings a new edit session to what the
/// program runs.
/// </summary>
internal sealed class RunRecovery(
    SessionServices services, SessionPlans plans, SessionStarter starter, RunAssembly assembly, SessionJournal journal, LostTexts texts, IProgramObserver programs)
{
    /// <summary>Takes the program over; null where it is gone.</summary>
    public async Task<MetProgram?> MeetAsync(LostRun lost, CancellationToken cancellationToken)
    {
        var relay = new SignalRelay();
        var program = journal.Folder is { } folder
            ? await new ProgramRejoin(services.Time).RunAsync(lost.Program, folder, relay.Signals, programs.Wrote, cancellationToken)
            : null;
        return program is null ? null : new(program, relay);
    }

    /// <summary>Makes the run again around its program.</summary>
    /// <returns>The run, and why its program takes no change before it is restarted; null where it does.</returns>
    /// <exception cref="JsonRpc.Messages.JsonRpcException">The projects can't be loaded.</exception>
    public async Task<(SessionRun Run, string? Reason)> ResumeAsync(
        SdkInstallation sdk, LostRun lost, MetProgram met, CancellationToken cancellationToken)
    {
        using var progress = await WorkProgress.BeginAsync(
            services.Client, $"Hot Reload: going on with {plans.Current.Name}", cancellationToken);
        var engine = await starter.LoadAsync(sdk, null, progress, cancellationToken);
        try
        {
            return await ResumeAsync(engine, lost, met, cancellationToken);
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    async Task<(SessionRun Run, string? Reason)> ResumeAsync(
        EngineProgram engine, LostRun lost, MetProgram met, CancellationToken cancellationToken)
    {
        var (generations, reason) = GenerationReplay.Match(lost, met.Program);
        reason ??= engine.SdkVersion != lost.Sdk ? $"Its changes were made by SDK {lost.Sdk}." : engine.Rebase(lost.Baseline);
        if (reason is not null)
        {
            // What it is restarted from must be known: which of the last build's outputs are old.
            await engine.CheckBaselineAsync(cancellationToken);
        }

        var run = await assembly.CreateAsync(assembly.Begin(engine), cancellationToken);
        try
        {
            await run.Edits.UseCapabilitiesAsync(met.Program.Program.Capabilities);
            reason ??= await GenerationReplay.RunAsync(lost, generations, run.Edits, run.Log, cancellationToken);
        }
        catch
        {
            await run.AbandonAsync();
            throw;
        }

        run.Begin(null, run.Edits.StartWarmUp(Task.CompletedTask));
        run.Programs.Adopt(met.Program.Program, met.Program.Fault is { } fault ? ProgramGroup.FaultOf(fault) : reason);
        met.Relay.Connect(run.Programs.Signals);
        texts.Take(lost, reason is null ? generations : lost.Generations);
        journal.Continue(lost);
        return (run, reason);
    }
}
