using System.Security.Cryptography;

namespace HotReload.Agent.AspNetCore.Injection;

/// <summary>The script that pages get.</summary>
static class PageScript
{
    /// <summary>Its text.</summary>
    public static byte[] Content { get; } = Read();

    /// <summary>Its address below the program's root; another script has another one.</summary>
    public static string Address { get; } =
        $"{Pages.PageEndpoints.Prefix}/page.js?v={Convert.ToHexString(SHA256.HashData(Content), 0, 6)}";

    static byte[] Read()
    {
        using var stream = typeof(PageScript).Assembly.GetManifestResourceStream("page.js")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
