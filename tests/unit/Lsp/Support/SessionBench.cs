using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Engine.Sdk;
using HotReload.Engine.Session;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Sessions;
using HotReload.Lsp.Workspace;
using HotReload.UnitTests.Support;
using Moq;

namespace HotReload.UnitTests.Lsp.Support;

/// <summary>What a session is made of, over a client that keeps what it is told and a clock that stands still.</summary>
sealed class SessionBench
{
    public const string Session = "session-1";

    public SessionBench()
    {
        Status = new(Peer.Client, Session, ReloadMode.Save);
        Board = new(Peer.Client, Options);
        var events = new EventStream(Peer.Client, Clock);
        Services = new(
            Peer.Client, new ServerLog(Clock, TextWriter.Null), events, new Recoveries(events, Clock), Board, Buffers, new RoslynResolver(), Options, "", "", TaskScheduler.Default, TaskScheduler.Default,
            new EngineShare(), Clock);
    }

    /// <summary>Pages of programs of which none runs.</summary>
    public SessionPages Pages => new(Session, Services, Status);

    public RecordingPeer Peer { get; } = new();

    public TestClock Clock { get; } = new();

    public BufferStore Buffers { get; } = new();

    public ServerOptions Options { get; } = new();

    public DiagnosticsBoard Board { get; }

    public SessionStatus Status { get; }

    public SessionServices Services { get; }

    /// <summary>The kinds of the events so far.</summary>
    public IEnumerable<string> Events => Peer.Of<EventParams>().Select(item => item.Kind);

    /// <summary>Restarts that nobody has asked for.</summary>
    public AutoRestart NoRestarts() => new(Services, Status, () => Assert.Fail("No restart was to begin."));

    /// <summary>Changes that nobody takes back.</summary>
    public ChangeFailures NoRollback() => new(Session, Services, () => Assert.Fail("No rollback was to begin."));

    /// <summary>The files of a program that says at any time how it is built, and never anything else.</summary>
    public ProjectChanges NoProjects(AutoRestart restarts)
    {
        var plan = new SessionPlan(
            "/p/App.csproj", null, null, null, [], "/p", ImmutableDictionary<string, string?>.Empty, [], null, TerminalKind.Server, []);
        return new(new BuildFiles(_ => null), new(plan, () => plan), Status, new(Board, Session), restarts);
    }

    public static IRunningProgram Program(int processId) => Mock.Of<IRunningProgram>(program => program.ProcessId == processId);
}
