using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using HotReload.Core.Reload;

namespace HotReload.Engine.Baselines;

/// <summary>
/// Tells whether two compilations of the same edits gave the same delta. Each gets ids of its own, which say only which delta follows
/// which; all else, down to the tokens in the code, must be alike.
/// </summary>
public static class DeltaFingerprint
{
    /// <summary>Has everything compiled that the first fingerprint needs, by taking that of an assembly. One that can't be read is left alone.</summary>
    public static void WarmUp(string assembly)
    {
        try
        {
            using var image = new PEReader(File.OpenRead(assembly));
            _ = Of(new(Guid.Empty, "", image.GetMetadata().GetContent(), [], [], [], []));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            // The first one takes longer.
        }
    }

    /// <summary>The fingerprint of a delta.</summary>
    public static string Of(ModuleDelta delta)
    {
        var metadata = delta.Metadata.AsSpan().ToArray();
        using (var provider = MetadataReaderProvider.FromMetadataImage(delta.Metadata))
        {
            var reader = provider.GetMetadataReader();
            metadata.AsSpan(reader.GetHeapMetadataOffset(HeapIndex.Guid), reader.GetHeapSize(HeapIndex.Guid)).Clear();
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(metadata);
        hash.AppendData(delta.IL.AsSpan());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
