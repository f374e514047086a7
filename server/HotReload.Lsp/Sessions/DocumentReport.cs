using HotReload.Core.Buffers;
using HotReload.Core.Documents;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>Says for one session whether its program runs a document, in the words of the protocol.</summary>
/// <param name="uri">The document, as it was asked for.</param>
/// <param name="name">What people call the program.</param>
/// <param name="status">What the session is doing.</param>
internal sealed class DocumentReport(string uri, string name, StatusParams status)
{
    /// <summary>The answer about a file that the program has, or may have.</summary>
    /// <param name="presence">Whether it is open.</param>
    /// <param name="facts">Its texts; null before the session's first program runs.</param>
    public DocumentStatus Of(BufferPresence presence, DocumentFacts? facts) => status.State switch
    {
        SessionState.Off or SessionState.Error => Say(DocumentState.NotInProgram, $"{name} does not run."),
        SessionState.Exited => Say(DocumentState.NotInProgram, $"{name} has ended; the next change, or a restart, starts it again."),
        _ when facts is null => Say(DocumentState.NotInProgram, $"{name} is being started."),
        _ when presence == BufferPresence.OutOfStep =>
            Say(DocumentState.Held, "The editor and the server disagree about this text; close the file and open it again."),
        SessionState.Starting or SessionState.Building or SessionState.Restarting => WhileStarting(facts),
        _ when facts is { State: DocumentState.Unpublished, Forecast: { } forecast } =>
            Say(facts.State, $"{Sentence(facts)} {forecast.Message}") with { Forecast = forecast },
        _ => Say(facts.State, Sentence(facts)),
    };

    DocumentStatus WhileStarting(DocumentFacts facts) =>
        facts.IsPublished
            ? Say(DocumentState.Reloading, $"{name} is being started.")
            : Say(DocumentState.Unpublished, $"{name} is being started; {NextStep(facts)}.");

    string Sentence(DocumentFacts facts) => facts.State switch
    {
        DocumentState.Running => $"{name} runs this text.",
        DocumentState.Reloading => $"This text is on its way to {name}.",
        DocumentState.RolledBack =>
            $"{name} runs the text before this one, which was rolled back; change it again, or apply the changes, to have it run.",
        DocumentState.Held => $"{name} runs an older text; errors hold this one back.",
        DocumentState.RestartRequired => $"{name} runs an older text; this one takes effect with a restart.",
        _ => $"{name} runs an older text; {NextStep(facts)}.",
    };

    string NextStep(DocumentFacts facts) => (status, facts.IsPublished) switch
    {
        ({ Paused: true }, _) => "hot reload is paused",
        ({ Mode: ReloadMode.Manual }, _) => "apply the changes to reload this one",
        (_, true) => "the next reload takes this one in",
        ({ Mode: ReloadMode.Type }, _) => "this one is reloaded when typing pauses",
        _ => "save the file to reload this one",
    };

    DocumentStatus Say(DocumentState state, string message) => new(uri, status.Session, state, message, null);
}
