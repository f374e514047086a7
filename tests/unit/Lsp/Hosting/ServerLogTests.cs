using HotReload.JsonRpc.Logging;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.UnitTests.Lsp.Support;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Hosting;

public sealed class ServerLogTests
{
    RecordingPeer _peer = null!;
    StringWriter _standardError = null!;
    ServerLog _log = null!;

    [SetUp]
    public void Create()
    {
        (_peer, _standardError) = (new(), new());
        _log = new(new TestClock(), _standardError);
    }

    [TearDown]
    public void Dispose() => _standardError.Dispose();

    [Test]
    public void Before_there_is_a_client_a_line_goes_to_standard_error()
    {
        _log.Warning("The disk is full.");
        Assert.That(_standardError.ToString(), Does.EndWith("warning The disk is full." + Environment.NewLine));
    }

    [Test]
    public void A_client_gets_each_line_once()
    {
        _log.Client = _peer.Client;
        _log.Information("Loaded.");
        Assert.Multiple(() =>
        {
            Assert.That(_peer.Of<LogMessageParams>().Select(line => line.Message), Is.EqualTo(new[] { "Loaded." }));
            Assert.That(_standardError.ToString(), Is.Empty);
        });
    }

    [Test]
    public void Once_its_connection_has_ended_lines_go_to_standard_error()
    {
        _log.Client = _peer.Client;
        ((IJsonRpcLog)_log).Write(new(JsonRpcEventKind.ConnectionEnded, "", "The connection has ended."));
        _log.Error("The program could not be stopped.");
        Assert.Multiple(() =>
        {
            Assert.That(_peer.Of<LogMessageParams>(), Is.Empty);
            Assert.That(_standardError.ToString(), Does.Contain("info The connection has ended.").And.Contain("error The program could not be stopped."));
        });
    }

    [Test]
    public void The_newest_lines_are_kept_wherever_they_went()
    {
        _log.Information("One.");
        _log.Client = _peer.Client;
        _log.Information("Two.");
        Assert.That(_log.Recent.Select(line => line[^4..]), Is.EqualTo(new[] { "One.", "Two." }));
    }
}
