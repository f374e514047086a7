using HotReload.Core.Recovery;

namespace HotReload.Lsp.Protocol;

/// <summary>One step that was taken about a fault, by itself.</summary>
/// <param name="Id">Counts the server's from 1.</param>
/// <param name="Time">When it was begun, in UTC, ISO 8601.</param>
/// <param name="Session">The session's id.</param>
/// <param name="Page">The page's address within the program; null where the fault is none of a page.</param>
/// <param name="Fault">What went wrong.</param>
/// <param name="Step">What was done about it.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Milliseconds">How long it took, its pause included; null while it is under way.</param>
/// <param name="Message">One or more sentences for people.</param>
public sealed record RecoveryEntry(
    int Id, string Time, string Session, string? Page, Fault Fault, RecoveryAction Step, RecoveryOutcome Outcome, double? Milliseconds, string Message);
