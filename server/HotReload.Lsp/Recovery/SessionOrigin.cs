using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Recovery;

/// <summary>How a session came to be, which it keeps for the server after this one.</summary>
/// <param name="Start">What its client asked for, the project named.</param>
/// <param name="Home">Its folder; null where nothing can be kept. The session owns it.</param>
/// <param name="Version">This server's version.</param>
internal sealed record SessionOrigin(StartParams Start, SessionHome? Home, string Version);
