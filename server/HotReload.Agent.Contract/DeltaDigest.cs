using System.Security.Cryptography;

namespace HotReload.Agent.Contract;

/// <summary>Tells whether both ends mean the same deltas, without sending them again.</summary>
internal static class DeltaDigest
{
    /// <summary>That of no delta.</summary>
    public static byte[] None => [];

    /// <summary>A delta by itself.</summary>
    public static byte[] Of(ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> il)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(metadata);
        hash.AppendData(il);
        return hash.GetHashAndReset();
    }

    /// <summary>That of all deltas up to one.</summary>
    /// <param name="before">That of all before it.</param>
    /// <param name="delta">The one; see <see cref="Of"/>.</param>
    public static byte[] Chain(byte[] before, byte[] delta)
    {
        byte[] both = [.. before, .. delta];
        return SHA256.HashData(both);
    }
}
