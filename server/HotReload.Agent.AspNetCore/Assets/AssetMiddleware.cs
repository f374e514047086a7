using System.Text;
using HotReload.Agent.AspNetCore.Injection;
using HotReload.Agent.Contract;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace HotReload.Agent.AspNetCore.Assets;

/// <summary>Answers with the text that the editor has, at the address where the program serves the disk's.</summary>
sealed class AssetMiddleware(AssetOverrides overrides, PathBases bases)
{
    readonly FileExtensionContentTypeProvider _types = new();

    /// <summary>The middleware.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return isRead && Find(context.Request.Path) is { } asset ? AnswerAsync(context, asset) : next(context);
    }

    AgentAsset? Find(PathString path) =>
        bases.Strip(path).Select(stripped => overrides.Find(stripped.Value ?? "")).FirstOrDefault(asset => asset is not null);

    async Task AnswerAsync(HttpContext context, AgentAsset asset)
    {
        var text = Encoding.UTF8.GetBytes(asset.Text!);
        var type = _types.TryGetContentType(asset.Name, out var known) ? known : "application/octet-stream";
        context.Response.ContentType = type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
        context.Response.ContentLength = text.Length;
        context.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(text, context.RequestAborted);
        }
    }
}
