using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Core.Ports;

/// <summary>What pages show of their session.</summary>
/// <param name="State">The session's state, by its name in the protocol.</param>
/// <param name="Message">What there is to say of it.</param>
/// <param name="Problems">The errors that hold text back.</param>
public sealed record PageState(string State, string Message, ImmutableArray<ReloadDiagnostic> Problems);
