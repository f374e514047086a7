using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Recovery;

/// <summary>The program of a session whose server has ended, taken over.</summary>
/// <param name="Program">The program.</param>
/// <param name="Relay">What its agent has said since.</param>
internal sealed record MetProgram(RejoinedProgram Program, SignalRelay Relay);
