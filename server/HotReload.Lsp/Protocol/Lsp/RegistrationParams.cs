using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>client/registerCapability</c>.</summary>
public sealed record RegistrationParams(ImmutableArray<Registration> Registrations);
