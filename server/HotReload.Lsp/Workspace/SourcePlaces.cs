using System.Collections.Immutable;

namespace HotReload.Lsp.Workspace;

/// <summary>Where the text of a session's programs lies on disk.</summary>
/// <param name="Projects">Full paths of the projects' files; all in their folders may be source.</param>
/// <param name="Named">Full paths of the source files that are not found there: they lie elsewhere, or are of a kind that is source to their project alone.</param>
/// <param name="Inputs">Full paths of what a build takes in, of any kind: what is embedded, what is copied.</param>
internal sealed record SourcePlaces(ImmutableArray<string> Projects, ImmutableArray<string> Named, ImmutableArray<string> Inputs);
