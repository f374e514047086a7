using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Core.State;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Lsp.Support;
using HotReload.UnitTests.Support;
using Moq;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class SnapshotRingTests
{
    TemporaryFolder _folder = null!;
    SnapshotRing _ring = null!;
    string _restored = "";

    string Files => _folder.At("session-1/snapshots");

    [SetUp]
    public void Create()
    {
        _folder = new();
        _ring = new(new SessionBench().Services with { SessionsFolder = _folder.Path }, SessionBench.Session);
        _restored = "";
    }

    [TearDown]
    public void End() => _folder.Dispose();

    [Test]
    public async Task The_newest_are_kept_and_the_files_of_others_are_gone()
    {
        for (var reload = 1; reload <= SnapshotRing.Most + 3; reload++)
        {
            await TakeAsync(reload);
        }

        Assert.That(_ring.List.Snapshots.Select(snapshot => snapshot.Reload), Is.EqualTo(Enumerable.Range(4, SnapshotRing.Most)));
        Assert.That(_ring.List.Current, Is.EqualTo(SnapshotRing.Most + 3));
        Assert.That(Directory.GetFiles(Files), Has.Length.EqualTo(SnapshotRing.Most));
    }

    [Test]
    public async Task With_the_session_all_files_are_gone()
    {
        await TakeAsync(1);
        _ring.Dispose();

        Assert.That(Directory.Exists(Files), Is.False);
    }

    [Test]
    public async Task Where_nothing_is_marked_there_is_none()
    {
        var (snapshot, error) = await _ring.TakeAsync(Program(StateReport.Nothing), ["App"], 1, SnapshotReason.Manual, CancellationToken.None);

        Assert.That((snapshot, error), Is.EqualTo(((StateSnapshot?)null, SnapshotRing.NothingMarked)));
        Assert.That(_ring.List.Snapshots, Is.Empty);
    }

    [Test]
    public async Task Steps_lead_from_one_to_the_next_and_no_further()
    {
        for (var reload = 1; reload <= 3; reload++)
        {
            await TakeAsync(reload);
        }

        Assert.That(await StepsAsync(SnapshotStep.Back, SnapshotStep.Back, SnapshotStep.Back, SnapshotStep.Forth, SnapshotStep.Forth, SnapshotStep.Forth),
            Is.EqualTo(new int?[] { 2, 1, null, 2, 3, null }));
        Assert.That(_restored, Is.EqualTo("2 1 2 3 "));
    }

    [Test]
    public async Task One_that_the_program_does_not_take_is_not_the_current_one()
    {
        await TakeAsync(1);
        await TakeAsync(2);

        await _ring.RestoreAsync(Program(StateReport.Failed("It is paused.")), new(Snapshot: 1), CancellationToken.None);

        Assert.That(_ring.List.Current, Is.EqualTo(2));
    }

    async Task<int?[]> StepsAsync(params SnapshotStep[] steps)
    {
        var met = new List<int?>();
        foreach (var step in steps)
        {
            met.Add((await _ring.RestoreAsync(Program(Captured), new(Step: step), CancellationToken.None))?.Snapshot.Id);
        }

        return [.. met];
    }

    static StateReport Captured { get; } = new([new("Cart", "", StateFate.Kept, null, 2)], 2, 5, 1);

    async Task TakeAsync(int reload) => await _ring.TakeAsync(Program(Captured), ["App"], reload, SnapshotReason.Reload, CancellationToken.None);

    /// <summary>A program whose state is the name of the file that it is written to.</summary>
    IRunningProgram Program(StateReport answer)
    {
        var program = new Mock<IRunningProgram>(MockBehavior.Strict);
        program.Setup(item => item.CaptureAsync(It.IsAny<StateFile>(), StateMode.Marked, It.IsAny<StateLimits>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((StateFile file, StateMode _, StateLimits _, CancellationToken _) =>
            {
                if (answer.Bytes > 0)
                {
                    File.WriteAllText(file.Path, Path.GetFileNameWithoutExtension(file.Path));
                }

                return answer;
            });
        program.Setup(item => item.RestoreAsync(It.IsAny<StateFile>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((StateFile file, CancellationToken _) =>
            {
                _restored += File.ReadAllText(file.Path) + " ";
                return answer;
            });
        return program.Object;
    }
}
