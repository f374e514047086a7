namespace HotReload.Core.Reload;

/// <summary>A static file that has changed.</summary>
/// <param name="File">Full path.</param>
/// <param name="Kind">What it is to a page.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">Why not, where it failed; else empty.</param>
public sealed record AssetReload(string File, AssetKind Kind, AssetOutcome Outcome, string Message);
