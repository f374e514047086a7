using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.UnitTests.Support;
using Moq;

namespace HotReload.UnitTests.Core.Pipeline;

/// <summary>A pipeline whose ports are mocks; the journal has every call at a port in order.</summary>
sealed class PipelineBench
{
    readonly Mock<IEditSession> _edits = new(MockBehavior.Strict);
    readonly Mock<IProgramHost> _host = new(MockBehavior.Strict);
    readonly Mock<IAssetSource> _assets = new(MockBehavior.Strict);
    readonly Mock<IReloadObserver> _observer = new(MockBehavior.Strict);
    ImmutableArray<IRunningProgram> _running = [];

    public PipelineBench(PipelineOptions? options = null)
    {
        Options = options ?? PipelineOptions.Default;
        Text = new(Buffers);
        Compiles((snapshot, _) => Task.FromResult(Changes.Ready(snapshot)));
        _edits.Setup(edits => edits.IsDoubted).Returns(false);
        _edits.Setup(edits => edits.Commit()).Callback(() => Journal.Add("commit"));
        _edits.Setup(edits => edits.Discard()).Callback(() => Journal.Add("discard"));
        _host.Setup(host => host.Running).Returns(() => _running);
        _assets.Setup(assets => assets.Take(It.IsAny<Snapshot>())).Returns(() => ChangedAssets);
        _assets.Setup(assets => assets.Concerns(It.IsAny<string>())).Returns((string path) => path.EndsWith(".css", StringComparison.Ordinal));
        _host.Setup(host => host.Fault).Returns(() => Fault);
        _observer.Setup(observer => observer.StageEntered(It.IsAny<SnapshotId>(), It.IsAny<PipelineStage>()))
            .Callback((SnapshotId snapshot, PipelineStage stage) => Journal.Add($"{stage} {snapshot}"));
        _observer.Setup(observer => observer.Superseded(It.IsAny<SnapshotId>()))
            .Callback((SnapshotId snapshot) => Journal.Add($"superseded {snapshot}"));
        _observer.Setup(observer => observer.Completed(It.IsAny<ReloadResult>()))
            .Callback((ReloadResult result) => Journal.Add($"completed {result.Id}"));
        Pipeline = new(
            "session-1", _edits.Object, _host.Object, Log, Text, _observer.Object, new ReloadNumbers(), Clock,
            () => Options, _assets.Object);
    }

    public ReloadPipeline Pipeline { get; }

    /// <summary>The static files that the next look finds changed.</summary>
    public ImmutableArray<AssetUpdate> ChangedAssets { get; set; } = [];

    /// <summary>What is wrong with the programs from now on.</summary>
    public string? Fault { get; set; }

    /// <summary>The options from now on.</summary>
    public PipelineOptions Options { get; set; }

    public List<string> Journal { get; } = [];

    public GenerationLog Log { get; } = new();

    public BufferStore Buffers { get; } = new();

    public ProgramText Text { get; }

    public TestClock Clock { get; } = new();

    /// <summary>Says what the compiler makes of every snapshot from now on.</summary>
    public void Compiles(Func<Snapshot, CancellationToken, Task<CompiledChange>> compile) =>
        _edits.Setup(edits => edits.CompileAsync(It.IsAny<Snapshot>(), Haste.Now, It.IsAny<CancellationToken>()))
            .Returns((Snapshot snapshot, Haste _, CancellationToken token) => compile(snapshot, token));

    /// <inheritdoc cref="Compiles(Func{Snapshot, CancellationToken, Task{CompiledChange}})"/>
    public void Compiles(Func<Snapshot, CompiledChange> compile) =>
        Compiles((snapshot, _) => Task.FromResult(compile(snapshot)));

    /// <summary>Adds a program that answers every generation so.</summary>
    public void Runs(int processId, Func<int, ProcessReload> answer) => Runs(processId, () => Task.FromResult(answer(processId)));

    /// <inheritdoc cref="Runs(int, Func{int, ProcessReload})"/>
    public void Runs(int processId, Func<Task<ProcessReload>> answer)
    {
        var program = new Mock<IRunningProgram>(MockBehavior.Strict);
        program.Setup(item => item.ProcessId).Returns(processId);
        program.Setup(item => item.Pages).Returns(Mock.Of<IProgramPages>(pages =>
            pages.ChangeAsync(It.IsAny<ImmutableArray<AssetUpdate>>(), It.IsAny<CancellationToken>()) == Task.FromResult<int?>(2)));
        program.Setup(item => item.ApplyAsync(It.IsAny<Generation>(), It.IsAny<CancellationToken>()))
            .Returns((Generation generation, CancellationToken token) =>
            {
                Assert.That(token.CanBeCanceled, Is.False, "An apply can't be taken back.");
                Journal.Add($"apply {generation.Number} in {processId}");
                return answer();
            });
        _running = _running.Add(program.Object);
    }

    /// <summary>Every program has ended.</summary>
    public void AllEnd() => _running = [];

    /// <summary>What becomes of the state of a program that is started again.</summary>
    public StateSummary Carried { get; set; } = new(StateFate.Reset, []);

    /// <summary>A relaunch ends with this error, or starts a program that takes everything.</summary>
    public void Relaunches(string? error)
    {
        _host.Setup(host => host.CarriedAsync()).ReturnsAsync(Carried);
        _host.Setup(host => host.RelaunchAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            Journal.Add($"relaunch at {Log.Current}");
            if (error is null)
            {
                Runs(99, Changes.Took);
            }

            return error;
        });
    }

    /// <summary>Publishes some text that nobody has seen before.</summary>
    public void Publish() => Buffers.ChangeOnDisk("/p/src/Cart.cs", Guid.NewGuid().ToString());

    public async Task<ReloadResult> ReloadAsync(ReloadCause cause = ReloadCause.Save)
    {
        using var window = new CompileWindow(CancellationToken.None);
        return await Hang.Guard(Pipeline.ReloadAsync(cause, window));
    }
}
