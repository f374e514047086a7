namespace HotReload.Agent.Contract;

/// <summary>What a program has of a module's deltas.</summary>
/// <param name="ModuleId">The module version id.</param>
/// <param name="Deltas">How many it was given.</param>
/// <param name="Digest">What became of <see cref="DeltaDigest"/> by all of them, in their order.</param>
/// <param name="Error">Why it takes no more; null where it does.</param>
internal sealed record AgentModuleState(Guid ModuleId, int Deltas, byte[] Digest, string? Error);
