using System.Collections.Immutable;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class ProjectChangesTests
{
    const string Project = "/p/App.csproj";

    SessionBench _bench = null!;
    string _text = "";
    int _restarts;
    string[] _arguments = [];
    ProjectChanges _changes = null!;

    [SetUp]
    public void Start()
    {
        _bench = new();
        _bench.Options.Take(new(Restart: RestartPolicy.Auto));
        _text = "app";
        _restarts = 0;
        var restarts = new AutoRestart(_bench.Services, _bench.Status, () => _restarts++);
        _arguments = [];
        _changes = new(new(_ => _text), new(Plan(), Plan), _bench.Status, new(_bench.Board, SessionBench.Session), restarts);
        _changes.Begin();
        _changes.Run([Project], []);
        _bench.Status.Enter(SessionState.Ready);
    }

    [Test]
    public void A_change_requires_a_restart()
    {
        _text = "app 2";
        _changes.Touch(Project);

        Assert.That(_bench.Status.Current.State, Is.EqualTo(SessionState.RestartRequired));
        Assert.That(_bench.Status.Current.Message, Does.StartWith("App.csproj changed"));
        Assert.That(_restarts, Is.EqualTo(1));
    }

    [Test]
    public void A_change_that_is_taken_back_no_longer_does()
    {
        _text = "app 2";
        _changes.Touch(Project);
        _text = "app";
        _changes.Touch(Project);

        Assert.That((_bench.Status.Current.State, _changes.Reason, _changes.IsStale), Is.EqualTo((SessionState.Ready, (string?)null, false)));
    }

    [Test]
    public void Another_launch_profile_needs_a_restart_and_no_build()
    {
        _changes.Touch("/p/Properties/launchSettings.json");
        Assert.That(_bench.Status.Current.State, Is.EqualTo(SessionState.Ready));

        _arguments = ["--new"];
        _changes.Touch("/p/Properties/launchSettings.json");
        Assert.That((_bench.Status.Current.State, _changes.IsStale), Is.EqualTo((SessionState.RestartRequired, false)));
        Assert.That(_bench.Status.Current.Message, Does.StartWith("The launch profile changed"));
    }

    [Test]
    public void What_does_not_build_is_held_until_it_is_mended_or_undone()
    {
        _text = "broken";
        _changes.Touch(Project);
        _changes.Begin();
        _changes.Hold();
        _bench.Status.Enter(SessionState.Held, "1 error");
        Assert.That(_changes.IsStale, Is.True);

        _text = "app";
        _changes.Touch(Project);
        Assert.That((_bench.Status.Current.State, _changes.IsStale), Is.EqualTo((SessionState.Ready, false)));
    }

    [Test]
    public void The_same_text_again_does_not()
    {
        _changes.Touch(Project);

        Assert.That((_bench.Status.Current.State, _restarts), Is.EqualTo((SessionState.Ready, 0)));
    }

    [Test]
    public void What_changes_during_a_build_is_said_after_it_and_restarts_nothing_by_itself()
    {
        _changes.Begin();
        _text = "app 2";
        _changes.Touch(Project);
        Assert.That(_bench.Status.Current.State, Is.EqualTo(SessionState.Ready));
        _changes.Run([Project], []);

        Assert.That((_bench.Status.Current.State, _restarts), Is.EqualTo((SessionState.RestartRequired, 0)));
    }

    [Test]
    public void A_change_after_a_build_that_failed_may_have_mended_it()
    {
        _bench.Status.Enter(SessionState.Error, "It does not build.");
        _changes.Begin();
        _changes.Fail();
        _changes.Touch(Project);
        Assert.That(_restarts, Is.Zero);

        _text = "app 2";
        _changes.Touch(Project);
        Assert.That((_bench.Status.Current.State, _restarts), Is.EqualTo((SessionState.Error, 1)));
    }

    SessionPlan Plan() => new(
        Project, null, null, null, [.. _arguments], "/p", ImmutableDictionary<string, string?>.Empty, [], null, TerminalKind.Server, []);
}
