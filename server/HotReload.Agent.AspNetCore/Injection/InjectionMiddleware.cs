using HotReload.Agent.AspNetCore.Access;
using HotReload.Agent.AspNetCore.Pages;
using HotReload.Agent.AspNetCore.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HotReload.Agent.AspNetCore.Injection;

/// <summary>Brings the page script into the pages that browsers show, and notes what the program rendered them from.</summary>
sealed class InjectionMiddleware(PageHost host, PageAccess access, PageRegistry registry, PathBases bases)
{
    /// <summary>Names the page that fetches itself again.</summary>
    public const string PageHeader = "X-HotReload-Page";

    /// <summary>The middleware.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.Headers[PageHeader] is [{ } id])
        {
            await FetchAsync(context, next, id);
        }
        else if (IsForPage(request) && await host.SetUpAsync(context.RequestAborted) is { } setup)
        {
            if (access.IsOwnHost(request))
            {
                await InjectAsync(context, next, setup.Token);
                return;
            }

            host.WarnOnce($"A page was asked for under the name {request.Host.Host}, which is not known to be this program's. Where it is, allow it in the setting browser.hosts.");
            await next(context);
        }
        else
        {
            await next(context);
        }
    }

    /// <summary>Browsers say what they ask for where the connection is trusted; elsewhere, only what they take.</summary>
    static bool IsForPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsPost(request.Method))
        && (IsForMerging(request) || (request.Headers["Sec-Fetch-Dest"] is [{ } destination]
            ? IsPage(destination)
            : request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
                && !request.Headers.ContainsKey("X-Requested-With")));

    /// <summary>Blazor's own script asks for a page, to make that of the one that is shown; the script of that one finds its new name in it.</summary>
    static bool IsForMerging(HttpRequest request) => request.Headers.Accept.ToString().Contains("blazor-enhanced-nav=on", StringComparison.OrdinalIgnoreCase);

    static bool IsPage(string destination) => destination is "document" or "iframe" or "frame";

    /// <summary>A page fetches itself: it goes out as the program wrote it, and is known by what it is rendered from now.</summary>
    async Task FetchAsync(HttpContext context, RequestDelegate next, string id)
    {
        WithoutCache(context.Request);
        var page = new RenderedPage(id, context.Request.Path.Value ?? "/", context.Request.Method);
        ViewRecorder.Record(context, page);
        await next(context);
        page.Component = EndpointViews.ComponentOf(context);
        registry.Renew(page);
    }

    async Task InjectAsync(HttpContext context, RequestDelegate next, string token)
    {
        // What the program would compress can't be read on its way, and between this machine and itself nothing is gained by it.
        context.Request.Headers.Remove("Accept-Encoding");
        WithoutCache(context.Request);
        var page = new RenderedPage(PageRegistry.NewId(), context.Request.Path.Value ?? "/", context.Request.Method);
        ViewRecorder.Record(context, page);
        var isWanted = context.Request.Headers.ContainsKey("Sec-Fetch-Dest") && !IsForMerging(context.Request);
        var former = context.Features.Get<IHttpResponseBodyFeature>()!;
        await using var body = new InjectingBody(former.Stream, new(context, page, token, isWanted, host, bases));
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body, former));
        try
        {
            await next(context);
            await body.EndAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(former);
        }

        if (body.HasInjected)
        {
            page.Component = EndpointViews.ComponentOf(context);
            page.Source = body.Source;
            registry.Add(page);
        }
    }

    /// <summary>A page from the browser's cache would carry a token of another session.</summary>
    static void WithoutCache(HttpRequest request)
    {
        request.Headers.Remove("If-None-Match");
        request.Headers.Remove("If-Modified-Since");
        request.Headers.Remove("If-Range");
        request.Headers.Remove("Range");
    }
}
