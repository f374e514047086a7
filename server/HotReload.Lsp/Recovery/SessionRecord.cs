using HotReload.Lsp.Protocol;
using HotReload.Runtime.Processes;

namespace HotReload.Lsp.Recovery;

/// <summary>How a session was started, for a server that may have to go on with it.</summary>
/// <param name="Version">The server's version: no other reads it.</param>
/// <param name="Id">The session's id.</param>
/// <param name="Start">What its client asked for, the project named.</param>
/// <param name="Mode">When it reloads now.</param>
/// <param name="Paused">Whether it keeps edits back now.</param>
/// <param name="Owner">The client's process: the session is that one's alone.</param>
internal sealed record SessionRecord(string Version, string Id, StartParams Start, ReloadMode Mode, bool Paused, ProcessIdentity Owner);
