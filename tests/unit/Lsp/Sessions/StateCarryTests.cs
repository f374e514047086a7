using HotReload.Core.Ports;
using HotReload.Core.State;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Lsp.Support;
using HotReload.UnitTests.Support;
using Moq;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class StateCarryTests
{
    static readonly DateTime s_then = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    SessionBench _bench = null!;
    TemporaryFolder _home = null!;
    StateCarry _state = null!;

    [SetUp]
    public void Create()
    {
        (_bench, _home) = (new(), new());
        _state = new(_bench.Services, SessionBench.Session, _home.Path);
    }

    [TearDown]
    public void Remove() => _home.Dispose();

    [Test]
    public void What_a_program_wrote_last_is_given_to_the_one_that_an_other_server_starts()
    {
        Write("state/restart-1.state", "older", 1);
        Write("state/restart-2.state", "newest", 3);
        _state.TakeLeft([Write("7.journal", "", 2)]);

        var given = _state.Give(["App"])!;
        Assert.That(File.ReadAllText(given.Path), Is.EqualTo("newest"));
        Assert.That(given.Assemblies, Is.EqualTo(new[] { "App" }));
    }

    [Test]
    public void Not_if_a_program_has_run_since()
    {
        Write("state/restart-1.state", "older", 1);
        _state.TakeLeft([Write("7.journal", "", 0), Write("8.journal", "", 2)]);

        Assert.That(_state.Give(["App"]), Is.Null);
    }

    [Test]
    public void Not_if_that_program_is_gone_on_with()
    {
        Write("state/restart-1.state", "newest", 1);
        _state.TakeLeft([]);
        _state.Forget();

        Assert.That(_state.Give(["App"]), Is.Null);
    }

    [Test]
    public void Not_if_the_user_wants_no_state_to_be_carried()
    {
        _bench.Options.Take(new(StateOnRestart: StateOnRestart.Off));
        Write("state/restart-1.state", "newest", 1);
        _state.TakeLeft([]);

        Assert.That(_state.Give(["App"]), Is.Null);
    }

    [Test]
    public void Where_there_is_none_there_is_nothing_to_give()
    {
        _state.TakeLeft([]);

        Assert.That(_state.Give(["App"]), Is.Null);
    }

    [TestCase(2, true)]
    [TestCase(0, false)]
    public async Task A_program_may_have_marked_something_until_it_has_said(int marked, bool may)
    {
        var answer = new TaskCompletionSource<StateReport>();
        var program = new Mock<IRunningProgram>();
        program.Setup(mock => mock.WatchAsync(It.IsAny<StateWatch>(), It.IsAny<CancellationToken>())).Returns(answer.Task);
        _state.ExpectCrash(["App"]);

        var watching = _state.WatchAsync(program.Object);
        Assert.That(_state.MayHaveMarks, "A change may come before its answer does.");
        answer.SetResult(new([], marked, 0, 0));
        await watching;

        Assert.That(_state.MayHaveMarks, Is.EqualTo(may));
    }

    string Write(string name, string text, int minutes)
    {
        var path = _home.Write(name, text);
        File.SetLastWriteTimeUtc(path, s_then.AddMinutes(minutes));
        return path;
    }
}
