using HotReload.Core.Documents;
using HotReload.Core.Speculation;

namespace HotReload.Lsp.Protocol;

/// <summary>Result of <c>hotReload/document</c>: does the program run what the user sees?</summary>
/// <param name="Uri">The document, as it was asked for.</param>
/// <param name="Session">The session that this is said of; null where none runs the file. Of several, the one with the worst state.</param>
/// <param name="State">The answer.</param>
/// <param name="Message">The answer as one sentence for people.</param>
/// <param name="Forecast">Of text that is not published: what a reload of it would come to; null where nobody knows, or nothing is to come.</param>
public sealed record DocumentStatus(string Uri, string? Session, DocumentState State, string Message, Forecast? Forecast);
