using HotReload.Core.Reload;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Reporting;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Reporting;

public sealed class DiagnosticsBoardTests
{
    const string Shared = "/src/Shared.cs";

    SessionBench _bench = null!;
    DiagnosticsPublisher _web = null!;
    DiagnosticsPublisher _worker = null!;

    [SetUp]
    public void Create()
    {
        _bench = new();
        _web = new(_bench.Board, "session-1");
        _worker = new(_bench.Board, "session-2");
    }

    /// <summary>What the editor shows at the shared file, after each time it was told.</summary>
    IEnumerable<string> Shown => _bench.Peer.Of<PublishDiagnosticsParams>()
        .Where(item => item.Uri == "file://" + Shared)
        .Select(item => string.Join(' ', item.Diagnostics.Select(diagnostic => diagnostic.Code)));

    [Test]
    public void Sessions_that_share_a_file_are_shown_together()
    {
        _web.Show([Of("ENC0033")]);
        _worker.Show([Of("CS1002")]);

        Assert.That(Shown, Is.EqualTo(new[] { "ENC0033", "ENC0033 CS1002" }));
    }

    [Test]
    public void A_session_takes_back_only_its_own()
    {
        _web.Show([Of("ENC0033")]);
        _worker.Show([Of("CS1002")]);
        _web.Show([]);
        _worker.Show([]);

        Assert.That(Shown.Skip(2), Is.EqualTo(new[] { "CS1002", "" }));
    }

    [Test]
    public void What_both_have_found_is_shown_once()
    {
        _web.Show([Of("CS1002")]);
        _worker.Show([Of("CS1002")]);
        _web.Show([]);

        Assert.That(Shown, Is.EqualTo(new[] { "CS1002" }));
    }

    [Test]
    public void The_compilers_errors_are_left_to_another_server_where_the_user_says_so()
    {
        _bench.Options.Take(new(CompilerDiagnostics: false));
        _web.Show([Of("CS1002"), Of("ENC0033"), Of("RZ1006"), Of("HR1003")]);

        Assert.That(Shown, Is.EqualTo(new[] { "ENC0033 HR1003" }));
    }

    [Test]
    public void The_errors_of_a_failed_build_are_always_shown()
    {
        _bench.Options.Take(new(CompilerDiagnostics: false));
        _web.ShowBuild([Of("CS1002"), Of("MSB4025")]);

        Assert.That(Shown, Is.EqualTo(new[] { "CS1002 MSB4025" }));
    }

    [Test]
    public void A_changed_setting_counts_for_what_is_shown()
    {
        _web.Show([Of("CS1002"), Of("ENC0033")]);
        _worker.ShowBuild([Of("CS0103")]);
        _bench.Options.Take(new(CompilerDiagnostics: false));
        _bench.Board.Refresh();
        _bench.Options.Take(new());
        _bench.Board.Refresh();
        _bench.Board.Refresh();

        Assert.That(Shown.Skip(2), Is.EqualTo(new[] { "ENC0033 CS0103", "CS1002 ENC0033 CS0103" }));
    }

    static ReloadDiagnostic Of(string code) => Results.Diagnostic(code, Shared);
}
