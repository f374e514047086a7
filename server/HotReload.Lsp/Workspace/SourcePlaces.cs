using System.Collections.Immutable;

namespace HotReload.Lsp.Workspace;

/// <summary>Where the text of a session's programs lies on disk.</summary>
/// <param name="Projects">Full paths of the projects' files; all in their folders may be source.</param>
/// <param name="Linked">Full paths of the source files outside of all those folders.</param>
internal sealed record SourcePlaces(ImmutableArray<string> Projects, ImmutableArray<string> Linked);
