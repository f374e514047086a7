using HotReload.Agent.AspNetCore.Access;
using Microsoft.AspNetCore.Http;

namespace HotReload.Agent.AspNetCore.Browsers;

/// <summary>Tells what browsers run of the program's changes, at the address where the SDK's agent in the browser asks for them.</summary>
sealed class BrowserDeltasEndpoint(BrowserDeltas deltas, PageAccess access)
{
    /// <summary>The address. Blazor has fixed it.</summary>
    public const string Path = "/_framework/blazor-hotreload";

    /// <summary>The middleware.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Path == Path && deltas.AreTaken ? AnswerAsync(context) : next(context);

    async Task AnswerAsync(HttpContext context)
    {
        // The agent there knows no token. What it gets is of assemblies that everybody gets who opens a page.
        if (!access.IsOwnHost(context.Request) || context.Request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none"))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var (json, last) = deltas.WriteAll();
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        context.Response.Headers.CacheControl = "no-store";

        // The page's own script can't read the answer to another's request, but this.
        context.Response.Headers["Server-Timing"] = $"hotreload;desc={last}";
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}
