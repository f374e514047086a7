namespace HotReload.Core.Recovery;

/// <summary>A file of which the program runs another text than the user has, as its change was rolled back.</summary>
/// <param name="Published">The text that was rolled back. Where the user's is another one, the user has gone on.</param>
/// <param name="Running">The text that the program is to run instead; null where it is to have no such file.</param>
public sealed record HeldText(string? Published, string? Running);
