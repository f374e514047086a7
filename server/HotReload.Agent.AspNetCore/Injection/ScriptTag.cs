using System.Text;
using System.Text.Encodings.Web;
using HotReload.Agent.AspNetCore.Pages;
using Microsoft.AspNetCore.Http;

namespace HotReload.Agent.AspNetCore.Injection;

/// <summary>The element that brings the page script into a page.</summary>
static class ScriptTag
{
    /// <summary>Writes it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="pathBase">What the program takes off the paths of its requests.</param>
    /// <param name="token">The session's token. In the page it can be read by the page's own origin only; a script's address could be asked for by anyone.</param>
    /// <param name="nonce">What the page's policy asks of scripts.</param>
    public static string Write(RenderedPage page, PathString pathBase, string token, string? nonce)
    {
        var tag = new StringBuilder("<script src=\"")
            .Append(Up(page.Path)).Append(PageScript.Address[1..]).Append('"');
        Add(tag, "data-hotreload", page.Id);
        Add(tag, "data-token", token);
        Add(tag, "data-method", page.Method);
        Add(tag, "data-base", pathBase.Value ?? "");
        if (nonce is not null)
        {
            Add(tag, "nonce", nonce);
        }

        return tag.Append("></script>").ToString();
    }

    /// <summary>
    /// The way from a page to the program's root, as far as this program can see it. A proxy may serve both below a path of its own;
    /// it serves both below the same.
    /// </summary>
    static string Up(string path)
    {
        var depth = path.AsSpan(1).Count('/');
        return depth == 0 ? "./" : string.Concat(Enumerable.Repeat("../", depth));
    }

    static void Add(StringBuilder tag, string name, string value) =>
        tag.Append(' ').Append(name).Append("=\"").Append(HtmlEncoder.Default.Encode(value)).Append('"');
}
