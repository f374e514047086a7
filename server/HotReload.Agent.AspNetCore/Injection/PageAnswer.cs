using System.Text;
using HotReload.Agent.AspNetCore.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HotReload.Agent.AspNetCore.Injection;

/// <summary>An answer that may be a page: decides, when its headers are about to go, whether it gets the script.</summary>
sealed class PageAnswer(HttpContext context, RenderedPage page, string token, bool isWanted, PageHost host, PathBases bases)
{
    /// <summary>How its text is written: where the answer does not say, in one of those ways whose markup is ASCII.</summary>
    public Encoding Encoding { get; private set; } = Encoding.Latin1;

    /// <summary>How it is compressed; null where it is not.</summary>
    public string? Compression { get; private set; }

    /// <summary>Whether this is HTML that can be read. Prepares the headers for what will be put in.</summary>
    public bool Begin()
    {
        var headers = context.Response.Headers;
        if (context.Response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified or StatusCodes.Status206PartialContent
            || context.Response.HasStarted
            || !MediaTypeHeaderValue.TryParse(context.Response.ContentType, out var type)
            || !type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Compression = headers.ContentEncoding.ToString() is { Length: > 0 } name and not "identity" ? name.ToLowerInvariant() : null;
        if (Compression is not (null or "gzip" or "br" or "deflate"))
        {
            host.WarnOnce($"{page.Path} is compressed as '{Compression}', which can't be read on its way: the page is not reloaded.");
            return false;
        }

        Encoding = EncodingOf(type.Charset.Value);
        bases.Note(context.Request.PathBase);
        headers.ContentLength = null;
        headers.Remove("Content-Encoding");
        headers.Remove("ETag");
        headers.Remove("Last-Modified");
        headers.Remove("Accept-Ranges");
        headers.Remove("Content-MD5");
        headers.CacheControl = "no-cache";
        return true;
    }

    /// <summary>The script's element for this page; null where the page does not get it.</summary>
    /// <param name="isDocument">Whether this is a whole document, and not a piece of one.</param>
    public byte[]? Tag(bool isDocument)
    {
        if (!isDocument && !isWanted)
        {
            return null;
        }

        var security = ContentSecurity.Read(context.Response.Headers.ContentSecurityPolicy);
        if (security.Refusal is { } refusal)
        {
            host.WarnOnce($"{page.Path} has a Content-Security-Policy that keeps hot reload out of the page: {refusal}. Allow 'self' there in Development.");
            return null;
        }

        return Encoding.GetBytes(ScriptTag.Write(page, context.Request.PathBase, token, security.Nonce));
    }

    static Encoding EncodingOf(string? charset)
    {
        try
        {
            // All others write markup as ASCII does.
            return charset?.Trim('"').ToLowerInvariant() is { } name && (name.StartsWith("utf-16", StringComparison.Ordinal) || name.StartsWith("utf-32", StringComparison.Ordinal))
                ? Encoding.GetEncoding(name)
                : Encoding.Latin1;
        }
        catch (ArgumentException)
        {
            return Encoding.Latin1;
        }
    }
}
