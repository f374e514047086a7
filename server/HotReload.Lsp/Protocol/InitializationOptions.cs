using HotReload.Core.Recovery;
using HotReload.Core.State;

namespace HotReload.Lsp.Protocol;

/// <summary>
/// What a client may say in <c>initialize</c> under <c>initializationOptions</c>, and later in
/// <c>workspace/didChangeConfiguration</c> under <c>settings.hotReload</c>; all of it can be left out.
/// </summary>
/// <param name="Mode">When sessions reload; on save by default.</param>
/// <param name="DebounceOnType">Milliseconds without a keystroke before a reload on type; 50 by default, 0 to 10,000.</param>
/// <param name="DebounceOnSave">Milliseconds for which an error or refusal is kept back after a save; a delta never waits; 10 by default, 0 to 10,000.</param>
/// <param name="ExternalEdits">Whether changes on disk to files that are not open count; true by default.</param>
/// <param name="RunInTerminal">Whether the client answers <c>hotReload/runInTerminal</c>; false by default. Not a setting: only <c>initialize</c> counts.</param>
/// <param name="Restart">Who restarts the program when a change needs it; <see cref="RestartPolicy.Ask"/> by default.</param>
/// <param name="CompilerDiagnostics">
/// Whether the compiler's errors are published as diagnostics; true by default. False where another C# server shows them in the same
/// editor.
/// </param>
/// <param name="Speculate">Whether text is compiled while it is typed, so that a save has only to be applied; true by default.</param>
/// <param name="Prepare">Whether a program that was started before is got ready before its next start; true by default.</param>
/// <param name="StateOnRestart">What of the program's state goes over a restart; <see cref="StateOnRestart.Marked"/> by default.</param>
/// <param name="NewFields">What becomes of fields that a change adds, in objects that exist already; <see cref="NewFieldsPolicy.Initialize"/> by default.</param>
/// <param name="NewFieldsBudget">Milliseconds for the search of those objects; 250 by default, 10 to 60,000.</param>
/// <param name="RollbackOnException">What happens when the program throws in a member that the last reload has changed; <see cref="RollbackPolicy.Ask"/> by default.</param>
/// <param name="Browser">What pages of web programs are to be like.</param>
public sealed record InitializationOptions(
    ReloadMode? Mode = null,
    int? DebounceOnType = null,
    int? DebounceOnSave = null,
    bool? ExternalEdits = null,
    bool? RunInTerminal = null,
    RestartPolicy? Restart = null,
    bool? CompilerDiagnostics = null,
    bool? Speculate = null,
    StateOnRestart? StateOnRestart = null,
    NewFieldsPolicy? NewFields = null,
    RollbackPolicy? RollbackOnException = null,
    BrowserOptions? Browser = null,
    int? NewFieldsBudget = null,
    bool? Prepare = null);
