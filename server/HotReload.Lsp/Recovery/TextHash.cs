using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace HotReload.Lsp.Recovery;

/// <summary>Names texts by what is in them. UTF-16, as no other form keeps every text that an editor may send.</summary>
internal static class TextHash
{
    /// <summary>The bytes of a text.</summary>
    public static ReadOnlySpan<byte> Bytes(string text) => MemoryMarshal.AsBytes(text.AsSpan());

    /// <summary>The text of bytes.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => new(MemoryMarshal.Cast<byte, char>(bytes));

    /// <summary>The name of a text.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Bytes(text)));
}
