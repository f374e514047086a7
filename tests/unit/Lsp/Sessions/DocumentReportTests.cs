using HotReload.Core.Buffers;
using HotReload.Core.Documents;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class DocumentReportTests
{
    const string Uri = "file:///src/A.cs";

    static readonly StatusParams s_ready = new("session-1", SessionState.Ready, "", ReloadMode.Save, false, 0, 0, [7]);
    static readonly DocumentFacts s_running = new("old", "old", "old", "old", ReloadOutcome.Applied, ReloadActivity.Idle);
    static readonly DocumentFacts s_typed = s_running with { Live = "new" };
    static readonly DocumentFacts s_published = s_typed with { Published = "new" };

    [Test]
    public void It_names_the_document_the_session_and_the_program() => Assert.That(
        Of(s_running, s_ready), Is.EqualTo(new DocumentStatus(Uri, "session-1", DocumentState.Running, "App runs this text.", null)));

    [TestCase(ReloadMode.Save, false, "save the file")]
    [TestCase(ReloadMode.Type, false, "when typing pauses")]
    [TestCase(ReloadMode.Manual, false, "apply the changes")]
    [TestCase(ReloadMode.Save, true, "paused")]
    public void What_is_not_published_says_what_to_do(ReloadMode mode, bool paused, string words)
    {
        var status = Of(s_typed, s_ready with { Mode = mode, Paused = paused });

        Assert.That(status.State, Is.EqualTo(DocumentState.Unpublished));
        Assert.That(status.Message, Does.Contain(words));
    }

    [Test]
    public void What_another_session_has_published_waits_for_the_next_reload() => Assert.That(
        Of(s_published, s_ready).Message, Is.EqualTo("App runs an older text; the next reload takes this one in."));

    [TestCase(SessionState.Exited)]
    [TestCase(SessionState.Error)]
    [TestCase(SessionState.Off)]
    public void A_program_that_does_not_run_runs_no_text(SessionState state) =>
        Assert.That(Of(s_running, s_ready with { State = state }).State, Is.EqualTo(DocumentState.NotInProgram));

    [TestCase(SessionState.Starting)]
    [TestCase(SessionState.Building)]
    [TestCase(SessionState.Restarting)]
    public void A_program_that_is_being_started_does_not_run_its_text_yet(SessionState state)
    {
        var status = s_ready with { State = state };

        Assert.That(Of(s_running, status).State, Is.EqualTo(DocumentState.Reloading));
        Assert.That(Of(s_typed, status).State, Is.EqualTo(DocumentState.Unpublished));
        Assert.That(Of(null, status).State, Is.EqualTo(DocumentState.NotInProgram), "Whether it has the file is not known yet.");
    }

    [Test]
    public void A_buffer_out_of_step_is_held() => Assert.That(
        new DocumentReport(Uri, "App", s_ready).Of(BufferPresence.OutOfStep, s_running).State, Is.EqualTo(DocumentState.Held));

    static DocumentStatus Of(DocumentFacts? facts, StatusParams status) =>
        new DocumentReport(Uri, "App", status).Of(BufferPresence.InStep, facts);
}
