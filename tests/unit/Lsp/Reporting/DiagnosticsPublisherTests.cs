using HotReload.Core.Reload;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Reporting;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Reporting;

public sealed class DiagnosticsPublisherTests
{
    readonly RecordingPeer _peer = new();
    DiagnosticsPublisher _publisher = null!;

    [SetUp]
    public void Create() => _publisher = new(_peer.Client);

    IReadOnlyList<PublishDiagnosticsParams> Sent => _peer.Of<PublishDiagnosticsParams>();

    [Test]
    public void They_are_shown_by_file_at_their_place()
    {
        var first = Diagnostic("/src/A.cs", DiagnosticSeverity.Error, "CS1002");
        var peer = new RecordingPeer();
        new DiagnosticsPublisher(peer.Client).Show([first, Diagnostic("/src/B.cs"), Diagnostic("/src/A.cs", DiagnosticSeverity.Warning, "ENC0118")]);

        var sent = peer.Of<PublishDiagnosticsParams>();
        Assert.That(sent.Select(item => item.Uri), Is.EqualTo(new[] { "file:///src/A.cs", "file:///src/B.cs" }));
        Assert.That(sent[0].Diagnostics, Is.EqualTo(new[]
        {
            new LspDiagnostic(first.Range, 1, "CS1002", "hot reload", "Message."),
            new LspDiagnostic(first.Range, 2, "ENC0118", "hot reload", "Message."),
        }));
    }

    [TestCase(DiagnosticSeverity.Error, 1)]
    [TestCase(DiagnosticSeverity.Warning, 2)]
    [TestCase(DiagnosticSeverity.Information, 3)]
    public void Severities_are_those_of_LSP(DiagnosticSeverity severity, int number)
    {
        var peer = new RecordingPeer();
        new DiagnosticsPublisher(peer.Client).Show([Diagnostic("/src/A.cs", severity)]);

        Assert.That(peer.Of<PublishDiagnosticsParams>().Single().Diagnostics.Single().Severity, Is.EqualTo(number));
    }

    [Test]
    public void What_no_longer_holds_is_taken_back_once()
    {
        var peer = new RecordingPeer();
        var publisher = new DiagnosticsPublisher(peer.Client);
        publisher.Show([Diagnostic("/src/A.cs"), Diagnostic("/src/B.cs")]);
        publisher.Show([Diagnostic("/src/B.cs")]);
        publisher.Show([]);
        publisher.Show([]);

        Assert.That(peer.Of<PublishDiagnosticsParams>().Skip(2).Select(item => (item.Uri, item.Diagnostics.Length)), Is.EqualTo(new[]
        {
            ("file:///src/A.cs", 0), ("file:///src/B.cs", 1), ("file:///src/B.cs", 0),
        }));
    }

    [Test]
    public void What_belongs_to_no_file_is_not_shown_at_one()
    {
        var peer = new RecordingPeer();
        new DiagnosticsPublisher(peer.Client).Show([Diagnostic(null)]);

        Assert.That(peer.Of<PublishDiagnosticsParams>(), Is.Empty);
    }

    static ReloadDiagnostic Diagnostic(string? file, DiagnosticSeverity severity = DiagnosticSeverity.Error, string code = "CS1002") =>
        new(code, severity, "Message.", file, new(new(1, 2), new(1, 5)), "App");
}
