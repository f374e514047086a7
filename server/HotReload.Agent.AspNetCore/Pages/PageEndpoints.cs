using HotReload.Agent.AspNetCore.Access;
using HotReload.Agent.AspNetCore.Injection;
using HotReload.Agent.AspNetCore.Sockets;
using Microsoft.AspNetCore.Http;

namespace HotReload.Agent.AspNetCore.Pages;

/// <summary>All that is served below our prefix: three names, each exactly; anything else there is nothing.</summary>
sealed class PageEndpoints(PageAccess access, PageRegistry registry, PageHost host)
{
    /// <summary>The reserved part of the program's addresses.</summary>
    public const string Prefix = "/_hotreload";

    /// <summary>Carries the token where it can be in a header.</summary>
    public const string TokenHeader = "X-HotReload-Token";

    /// <summary>Answers a request.</summary>
    public Task AnswerAsync(HttpContext context)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method);
        return context.Request.Path.Value switch
        {
            Prefix + "/page.js" when isRead => WriteScriptAsync(context),
            Prefix + "/source" when isRead => WriteSourceAsync(context),
            Prefix + "/ws" => new PageSocketEndpoint(access, host).AnswerAsync(context),
            _ => RefuseAsync(context, StatusCodes.Status404NotFound),
        };
    }

    static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>The same for everyone, and without a secret: the token is in the page.</summary>
    static async Task WriteScriptAsync(HttpContext context)
    {
        context.Response.ContentType = "text/javascript; charset=utf-8";
        context.Response.ContentLength = PageScript.Content.Length;
        context.Response.Headers.CacheControl = "max-age=31536000, immutable";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.Body.WriteAsync(PageScript.Content, context.RequestAborted);
    }

    /// <summary>A page as the program wrote it. It also tells a page whether its token is still good.</summary>
    Task WriteSourceAsync(HttpContext context)
    {
        if (!access.IsOwnHost(context.Request) || !access.IsToken(context.Request.Headers[TokenHeader]))
        {
            return RefuseAsync(context, StatusCodes.Status403Forbidden);
        }

        if (registry.Find(context.Request.Query["page"].ToString())?.Source is not { } source)
        {
            return RefuseAsync(context, StatusCodes.Status204NoContent);
        }

        // As bytes: the page knows how it is written.
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = source.Length;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(source, 0, source.Length, context.RequestAborted);
    }
}
