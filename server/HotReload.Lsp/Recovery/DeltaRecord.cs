namespace HotReload.Lsp.Recovery;

/// <summary>A delta, by what tells it from others.</summary>
/// <param name="ModuleId">The module version id of its assembly.</param>
/// <param name="Digest">Of its bytes, as the program has them.</param>
/// <param name="Fingerprint">Of what another compilation of the same edit has in common with it.</param>
internal sealed record DeltaRecord(Guid ModuleId, string Digest, string Fingerprint);
