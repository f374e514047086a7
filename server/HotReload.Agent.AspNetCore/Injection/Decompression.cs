using System.IO.Compression;

namespace HotReload.Agent.AspNetCore.Injection;

/// <summary>Pages that the program itself compresses, whoever asks.</summary>
static class Decompression
{
    /// <summary>The text of a whole compressed page.</summary>
    public static async Task<byte[]> RunAsync(byte[] compressed, string name, CancellationToken cancellationToken)
    {
        using var source = new MemoryStream(compressed);
        await using Stream reader = name switch
        {
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            _ => new ZLibStream(source, CompressionMode.Decompress),
        };
        using var text = new MemoryStream();
        await reader.CopyToAsync(text, cancellationToken);
        return text.ToArray();
    }
}
