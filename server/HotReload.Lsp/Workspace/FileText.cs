using System.Security.Cryptography;
using System.Text;

namespace HotReload.Lsp.Workspace;

/// <summary>
/// Reads the bytes of a file as the C# compiler does: by the byte order mark; without one as UTF-8; and what is no UTF-8 as an old
/// Western file.
/// </summary>
/// <remarks>The rule is the one of <c>EncodedStringText</c> in the compiler; another reading would be another program than a build's.</remarks>
internal static class FileText
{
    static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Windows-1252, which is Latin-1 with letters where that has control characters.</summary>
    static readonly Encoding s_western = CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    /// <summary>A text that is another one for every content of a file.</summary>
    public static string Fingerprint(string path)
    {
        using var stream = File.OpenRead(path);
        return "sha256:" + Convert.ToHexString(SHA256.HashData(stream));
    }

    /// <summary>The text, without a byte order mark.</summary>
    public static string Decode(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), s_strict, detectEncodingFromByteOrderMarks: true);
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return s_western.GetString(bytes);
        }
    }
}
