using HotReload.Core.Ports;
using HotReload.Core.State;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Lsp.Support;
using HotReload.UnitTests.Support;
using Moq;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class RollbackPointsTests
{
    static readonly StateReport s_captured = new([], 2, 5, 1);

    TemporaryFolder _folder = null!;
    RollbackPoints _points = null!;

    string Files => _folder.At("session-1/rollback");

    [SetUp]
    public void Create()
    {
        _folder = new();
        _points = new(new SessionBench().Services with { SessionsFolder = _folder.Path }, SessionBench.Session);
    }

    [TearDown]
    public void End() => _folder.Dispose();

    [Test]
    public async Task Each_change_has_its_own()
    {
        Change(1);
        Change(2);

        Assert.That(await NameAsync(1), Is.EqualTo("1"));
        Assert.That(await NameAsync(2), Is.EqualTo("2"));
        Assert.That(await NameAsync(3), Is.Null);
    }

    [Test]
    public async Task What_was_taken_for_a_change_that_did_not_come_is_gone()
    {
        Change(1);
        Change(1);

        Assert.That(await NameAsync(1), Is.EqualTo("1"));
        Assert.That(Directory.GetFiles(Files).Select(Path.GetFileNameWithoutExtension), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Of_the_oldest_nothing_is_kept()
    {
        for (var change = 1; change <= RollbackPoints.Most + 2; change++)
        {
            Change(change);
        }

        Assert.That(await NameAsync(2), Is.Null);
        Assert.That(await NameAsync(3), Is.EqualTo("3"));
        Assert.That(Directory.GetFiles(Files), Has.Length.EqualTo(RollbackPoints.Most));
    }

    [Test]
    public async Task Where_nothing_is_marked_or_it_takes_too_long_there_is_none()
    {
        _points.Begin(Program(StateReport.Nothing), ["App"]);
        _points.Ended(1);

        Assert.That(await NameAsync(1), Is.Null);
    }

    [Test]
    public void With_the_session_all_files_are_gone()
    {
        Change(1);
        _points.Dispose();

        Assert.That(Directory.Exists(Files), Is.False);
    }

    void Change(int number)
    {
        _points.Begin(Program(s_captured), ["App"]);
        _points.Ended(number);
    }

    async Task<string?> NameAsync(int change) => Path.GetFileNameWithoutExtension((await _points.FindAsync(change))?.Path);

    static IRunningProgram Program(StateReport answer)
    {
        var program = new Mock<IRunningProgram>(MockBehavior.Strict);
        program.Setup(item => item.CaptureAsync(It.IsAny<StateFile>(), StateMode.Marked, It.IsAny<StateLimits>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((StateFile file, StateMode _, StateLimits _, CancellationToken _) =>
            {
                File.WriteAllText(file.Path, "state");
                return answer;
            });
        return program.Object;
    }
}
