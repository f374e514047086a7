namespace HotReload.Lsp.Recovery;

/// <summary>A session whose server has ended without it.</summary>
/// <param name="Home">Its folder, now this server's.</param>
/// <param name="Record">How it was started.</param>
internal sealed record LostSession(SessionHome Home, SessionRecord Record);
