using System.Collections.Immutable;

namespace HotReload.Testing.Protocol;

/// <summary>Parameters of <c>textDocument/publishDiagnostics</c>: all that the server has to say of a document.</summary>
public sealed record PublishedDiagnostics(string Uri, ImmutableArray<PublishedDiagnostic> Diagnostics);
