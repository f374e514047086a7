using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Session;

namespace HotReload.Conformance.Programs;

/// <summary>
/// A session without an editor: the product's own engine, pipeline, launcher and agent, put together as the server does it.
/// </summary>
sealed class HotProgram(EngineProgram engine, BufferStore buffers) : IProgramHost, IReloadObserver, IAsyncDisposable
{
    readonly ReloadNumbers _numbers = new();
    GenerationLog _log = new();
    EditSession? _edits;
    ReloadPipeline? _pipeline;
    ProbedProgram? _program;

    /// <summary>Nothing: a case whose program fails says so by its answers.</summary>
    public string? Fault => null;

    /// <inheritdoc/>
    public ImmutableArray<IRunningProgram> Running =>
        _program is { Running: { Exited.IsCompleted: false } running } ? [running] : [];

    ProbedProgram Program => _program ?? throw new ProgramLostException("The program does not run.");

    /// <summary>
    /// Makes the program from all text that there is, and starts it. What ran before is ended only when the new one is made.
    /// </summary>
    /// <returns>The errors of the text; empty where the program runs.</returns>
    /// <exception cref="ProgramLostException">It was made and does not run.</exception>
    /// <exception cref="UnusableProjectException">Programs of this project can't be made from memory.</exception>
    public async Task<ImmutableArray<ReloadDiagnostic>> StartAsync(CancellationToken cancellationToken)
    {
        var emitted = await engine.EmitAsync(buffers.Snapshot, cancellationToken);
        if (!emitted.Succeeded)
        {
            return emitted.BuildReason is { } reason ? throw new UnusableProjectException(reason) : emitted.Errors;
        }

        await EndAsync();
        engine.DropPreviousOutput();
        _log = new();
        _edits = await engine.StartSessionAsync(cancellationToken);
        _pipeline = new("conformance", _edits, this, _log, new(buffers), this, _numbers, TimeProvider.System, () => PipelineOptions.Default, new NoAssets());
        if (await RelaunchAsync(cancellationToken) is { } error)
        {
            throw new ProgramLostException(error);
        }

        await _edits.UseCapabilitiesAsync(Program.Running.Capabilities);
        return [];
    }

    /// <summary>Brings the newest text into the program.</summary>
    public async Task<ReloadResult> ReloadAsync(CancellationToken cancellationToken)
    {
        using var window = new CompileWindow(cancellationToken);
        return await _pipeline!.ReloadAsync(ReloadCause.Save, window);
    }

    /// <summary>What <c>Probe.Run()</c> returns now.</summary>
    /// <exception cref="ProgramLostException">There was no answer.</exception>
    public Task<string> AskAsync(CancellationToken cancellationToken) => Program.AskAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<StateSummary> CarriedAsync() => Task.FromResult(StateSummary.Untouched);

    /// <inheritdoc/>
    public async Task<string?> RelaunchAsync(CancellationToken cancellationToken)
    {
        try
        {
            _program = await ProbedProgram.StartAsync(engine.OutputAssembly!, () => _log.All, cancellationToken);
            return null;
        }
        catch (ProgramLostException exception)
        {
            return exception.Message;
        }
    }

    /// <inheritdoc/>
    public void StageEntered(SnapshotId snapshot, PipelineStage stage)
    {
    }

    /// <inheritdoc/>
    public void Superseded(SnapshotId snapshot)
    {
    }

    /// <inheritdoc/>
    public void Completed(ReloadResult result)
    {
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        engine.Dispose();
    }

    async Task EndAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
            _program = null;
        }

        if (_edits is not null)
        {
            await _edits.DisposeAsync();
            _edits = null;
        }
    }
}
