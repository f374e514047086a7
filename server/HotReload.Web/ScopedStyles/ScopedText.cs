namespace HotReload.Web.ScopedStyles;

/// <summary>A style sheet with its scope, or why there is none; neither where only a build can give it its scope.</summary>
/// <param name="Text">The text; null where it could not be made.</param>
/// <param name="Error">Why not; else null.</param>
public readonly record struct ScopedText(string? Text, string? Error);
