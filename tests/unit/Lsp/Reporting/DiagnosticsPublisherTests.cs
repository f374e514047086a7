using HotReload.Core.Reload;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Reporting;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Reporting;

public sealed class DiagnosticsPublisherTests
{
    SessionBench _bench = null!;
    DiagnosticsPublisher _publisher = null!;

    [SetUp]
    public void Create()
    {
        _bench = new();
        _publisher = new(_bench.Board, SessionBench.Session);
    }

    IReadOnlyList<PublishDiagnosticsParams> Sent => _bench.Peer.Of<PublishDiagnosticsParams>();

    [Test]
    public void They_are_shown_by_file_at_their_place()
    {
        var first = Results.Diagnostic("CS1002", "/src/A.cs");
        _publisher.Show([first, Results.Diagnostic("CS1002", "/src/B.cs"), Results.Diagnostic("CS0168", "/src/A.cs", DiagnosticSeverity.Warning)]);

        Assert.That(Sent.Select(item => item.Uri), Is.EqualTo(new[] { "file:///src/A.cs", "file:///src/B.cs" }));
        Assert.That(Sent[0].Diagnostics, Is.EqualTo(new[]
        {
            new LspDiagnostic(first.Range, 1, "CS1002", "hot reload", "Message."),
            new LspDiagnostic(first.Range, 2, "CS0168", "hot reload", "Message."),
        }));
    }

    [TestCase(DiagnosticSeverity.Error, 1)]
    [TestCase(DiagnosticSeverity.Warning, 2)]
    [TestCase(DiagnosticSeverity.Information, 3)]
    public void Severities_are_those_of_LSP(DiagnosticSeverity severity, int number)
    {
        _publisher.Show([Results.Diagnostic("CS1002", "/src/A.cs", severity)]);

        Assert.That(Sent.Single().Diagnostics.Single().Severity, Is.EqualTo(number));
    }

    [TestCase("ENC0033", "https://github.com/dotnet/roslyn/blob/main/docs/wiki/EnC-Supported-Edits.md")]
    [TestCase("CS1002", null)]
    [TestCase("HR1003", null)]
    public void An_edit_that_can_be_no_delta_is_explained(string code, string? page)
    {
        _publisher.Show([Results.Diagnostic(code, "/src/A.cs")]);

        Assert.That(Sent.Single().Diagnostics.Single().CodeDescription?.Href, Is.EqualTo(page));
    }

    [Test]
    public void What_no_longer_holds_is_taken_back_once()
    {
        _publisher.Show([Results.Diagnostic("CS1002", "/src/A.cs"), Results.Diagnostic("CS1002", "/src/B.cs")]);
        _publisher.Show([Results.Diagnostic("CS1002", "/src/B.cs")]);
        _publisher.Show([]);
        _publisher.Show([]);

        Assert.That(Sent.Skip(2).Select(item => (item.Uri, item.Diagnostics.Length)), Is.EqualTo(new[]
        {
            ("file:///src/A.cs", 0), ("file:///src/B.cs", 0),
        }));
    }

    [Test]
    public void What_belongs_to_no_file_is_not_shown_at_one()
    {
        _publisher.Show([Results.Diagnostic("CS1002", null)]);

        Assert.That(Sent, Is.Empty);
    }
}
