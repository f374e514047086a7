namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of the notification <c>hotReload/event</c>: one thing that happened.</summary>
/// <param name="Id">Counts the server's events from 1.</param>
/// <param name="Time">When, in UTC, ISO 8601.</param>
/// <param name="Session">The session's id, if it belongs to one.</param>
/// <param name="Kind">What kind of thing; see docs/protocol.md.</param>
/// <param name="Correlation">What belongs together: the reload's number, the process id; empty where it stands alone.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record EventParams(long Id, string Time, string? Session, string Kind, string Correlation, string Message);
