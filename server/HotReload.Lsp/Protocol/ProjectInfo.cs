using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol;

/// <summary>A project that can be started.</summary>
/// <param name="Path">Full path of the project file.</param>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="LaunchProfiles">The profiles that run the project, in the file's order.</param>
public sealed record ProjectInfo(string Path, string Name, ImmutableArray<string> LaunchProfiles);
