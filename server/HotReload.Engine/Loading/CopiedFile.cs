namespace HotReload.Engine.Loading;

/// <summary>A file that a build copies beside the program.</summary>
/// <param name="Source">Full path.</param>
/// <param name="Target">Where the copy lies, from the output folder.</param>
internal sealed record CopiedFile(string Source, string Target);
