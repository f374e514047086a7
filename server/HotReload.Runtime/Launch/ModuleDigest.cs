using System.Runtime.InteropServices;
using HotReload.Agent.Contract;
using HotReload.Core.Reload;

namespace HotReload.Runtime.Launch;

/// <summary>What a program says that it has of a module's deltas.</summary>
/// <param name="ModuleId">The module version id.</param>
/// <param name="Deltas">How many it was given.</param>
/// <param name="Digest">Made of all of them, in their order.</param>
/// <param name="Error">Why it takes no more; null where it does.</param>
public sealed record ModuleDigest(Guid ModuleId, int Deltas, string Digest, string? Error)
{
    /// <summary>The digest of a delta by itself.</summary>
    public static string Of(ModuleDelta delta) => Convert.ToHexStringLower(DeltaDigest.Of(
        ImmutableCollectionsMarshal.AsArray(delta.Metadata), ImmutableCollectionsMarshal.AsArray(delta.IL)));

    /// <summary>The digest of several deltas of one module in their order.</summary>
    /// <param name="deltas">See <see cref="Of"/>.</param>
    public static string Chain(IEnumerable<string> deltas) => Convert.ToHexStringLower(
        deltas.Aggregate(DeltaDigest.None, (before, delta) => DeltaDigest.Chain(before, Convert.FromHexString(delta))));
}
