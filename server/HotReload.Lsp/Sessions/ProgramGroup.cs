using System.Collections.Immutable;
using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Sessions;

/// <summary>The programs of one session: starts them, knows which run, stops them.</summary>
internal sealed class ProgramGroup(
    SessionPlan plan, string assembly, ImmutableArray<string> assemblies, ProgramLauncher launcher, GenerationLog log,
    IProgramObserver observer, StateCarry state, Action<MethodCall> called, SessionJournal journal, RecoveryPlace? place) : IProgramHost
{
    readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    ImmutableArray<IRunningProgram> _running = [];
    string? _fault;

    public ImmutableArray<IRunningProgram> Running => _running;

    /// <summary>The simple names of the session's assemblies.</summary>
    public ImmutableArray<string> Assemblies => assemblies;

    /// <summary>What the newest program's runtime can take; empty before the first has connected.</summary>
    public ImmutableArray<string> Capabilities { get; private set; } = [];

    /// <summary>Completes when a program of the group has settled: see <see cref="IRunningProgram.Settled"/>.</summary>
    public Task Settled => _settled.Task;

    public string? Fault => Volatile.Read(ref _fault);

    /// <summary>Who is told what a program of the group says by itself.</summary>
    public ProgramSignals Signals => new()
    {
        ModuleLoaded = Loaded,
        Faulted = error => Take(FaultOf(error)),
        Called = called,
        Threw = observer.Threw,
        HandlerFailed = observer.HandlerFailed,
        PageNoticed = observer.Noticed,
    };

    /// <summary>Words what a program's agent says of its code, for its user.</summary>
    public static string FaultOf(string error) => $"The program failed: {ReloadWording.Sentence(error)} Restart it to go on.";

    public Task<string?> RelaunchAsync(CancellationToken cancellationToken) => LaunchAsync(Task.CompletedTask, cancellationToken);

    /// <summary>Starts the program; its own code waits.</summary>
    /// <param name="ready">What it waits for. Where that fails, whoever started it gives it up.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>Null when it runs, else a sentence that says why not.</returns>
    public async Task<string?> LaunchAsync(Task ready, CancellationToken cancellationToken)
    {
        var command = new LaunchCommand(
            plan.Executable ?? assembly, plan.Args, plan.WorkingDirectory, plan.Environment, token => ReplayAsync(ready, token),
            plan.Terminal == TerminalKind.Client ? TerminalMode.Client : TerminalMode.Server)
        {
            State = state.Give(assemblies),
            Crash = state.ExpectCrash(assemblies),
            Recovery = place,
            Signals = Signals,
        };

        // What was wrong with a program has ended with it.
        Volatile.Write(ref _fault, null);
        var result = await launcher.LaunchAsync(command, observer.Wrote, cancellationToken);
        if (!result.Succeeded)
        {
            var tail = result.Failure.OutputTail.Trim();
            return tail.Length == 0 ? result.Failure.Reason : $"{result.Failure.Reason} It wrote:\n{tail}";
        }

        if (result.Ticket is { } ticket && place is not null)
        {
            journal.Add(ticket, () => log.All);
        }

        Take(result.Program);
        return null;
    }

    /// <summary>Takes a program that runs already, as another server has started it.</summary>
    /// <param name="program">The program.</param>
    /// <param name="fault">Why it can't be trusted with another change; null where it can.</param>
    public void Adopt(IRunningProgram program, string? fault)
    {
        _ = state.ExpectCrash(assemblies);
        Take(program);
        if (fault is not null)
        {
            Take(fault);
        }
    }

    public Task<StateSummary> CarriedAsync() => state.TellAsync(_running);

    public async Task StopAsync()
    {
        foreach (var program in _running)
        {
            await program.StopAsync();
        }
    }

    void Take(IRunningProgram program)
    {
        Capabilities = program.Capabilities;
        ImmutableInterlocked.Update(ref _running, running => running.Add(program));
        observer.Started(program);
        _ = state.WatchAsync(program);
        _ = SettleAsync(program);
        _ = WatchAsync(program);
    }

    async Task SettleAsync(IRunningProgram program)
    {
        await program.Settled;
        _settled.TrySetResult();
    }

    async Task<ImmutableArray<Generation>> ReplayAsync(Task ready, CancellationToken cancellationToken)
    {
        await ready.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ready.IsCompletedSuccessfully)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return log.All;
    }

    /// <summary>A module whose deltas were pending has been loaded.</summary>
    void Loaded(ModuleReload module)
    {
        if (module.Outcome == ModuleOutcome.Failed)
        {
            Take($"{module.AssemblyName} was loaded and did not take its changes: {ReloadWording.Sentence(module.Error ?? "no reason was given")} Restart the program.");
        }
    }

    void Take(string fault)
    {
        if (Interlocked.CompareExchange(ref _fault, fault, null) is null)
        {
            observer.Faulted(fault);
        }
    }

    async Task WatchAsync(IRunningProgram program)
    {
        var exit = await program.Exited;
        ImmutableInterlocked.Update(ref _running, running => running.Remove(program));
        state.Ended(exit);
        if (!exit.Requested)
        {
            journal.Forget();
        }

        observer.Exited(program, exit);
        await program.DisposeAsync();
    }
}
