using HotReload.Core.Ports;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Lsp.Support;
using HotReload.UnitTests.Support;
using Moq;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class BrowserLaunchTests
{
    SessionBench _bench = null!;
    BrowserLaunch _browser = null!;
    LocalPort _port = null!;
    TaskCompletionSource<ProgramExit> _exit = null!;

    [SetUp]
    public void Create()
    {
        _bench = new();
        _bench.Peer.Client.ShowsDocuments = true;
        _browser = new(_bench.Peer.Client, _bench.Services.Log, _bench.Clock);
        _port = new();
        _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    [TearDown]
    public void Close() => _port.Dispose();

    string Page => $"http://127.0.0.1:{_port.Number}/start?a=b#c";

    IReadOnlyList<ShowDocumentParams> Shown => _bench.Peer.Of<ShowDocumentParams>();

    [Test]
    public async Task A_page_is_opened_when_its_program_listens()
    {
        var opening = OpenAsync();
        await _bench.Clock.UntilWaitingAsync(timers: 2);
        Assert.That(Shown, Is.Empty);

        _port.Open();
        _bench.Clock.Advance(50);
        await Hang.Guard(opening);
        Assert.That(Shown, Is.EqualTo(new[] { new ShowDocumentParams(Page, External: true) }));
    }

    [Test]
    public async Task A_client_that_can_not_is_not_asked()
    {
        _bench.Peer.Client.ShowsDocuments = false;
        _port.Open();
        await Hang.Guard(OpenAsync());

        Assert.That(Shown, Is.Empty);
    }

    [Test]
    public async Task A_program_that_listens_already_has_its_page_opened_at_once()
    {
        _port.Open();
        await Hang.Guard(OpenAsync());

        Assert.That(Shown, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_program_that_ended_has_no_page()
    {
        var opening = OpenAsync();
        _exit.SetResult(new(1, Requested: false));

        await Hang.Guard(opening);
        await Hang.Guard(_browser.OpenAsync(Page, [], CancellationToken.None));
        Assert.That(Shown, Is.Empty);
    }

    [Test]
    public async Task A_program_that_never_listens_is_given_up()
    {
        var opening = OpenAsync();
        await _bench.Clock.UntilWaitingAsync(timers: 2);
        _bench.Clock.Advance(BrowserLaunch.Patience);

        await Hang.Guard(opening);
        Assert.That(Shown, Is.Empty);
    }

    [TestCase(null)]
    [TestCase("no page")]
    public async Task Nothing_is_opened_where_there_is_nothing(string? page)
    {
        await Hang.Guard(OpenAsync(page));

        Assert.That(Shown, Is.Empty);
    }

    Task OpenAsync() => OpenAsync(Page);

    Task OpenAsync(string? page) => _browser.OpenAsync(
        page, [Mock.Of<IRunningProgram>(program => program.Exited == _exit.Task)], CancellationToken.None);
}
