using HotReload.Agent.AspNetCore.Access;
using HotReload.Agent.AspNetCore.Pages;
using Microsoft.AspNetCore.Http;

namespace HotReload.Agent.AspNetCore.Sockets;

/// <summary>Where pages connect.</summary>
sealed class PageSocketEndpoint(PageAccess access, PageHost host)
{
    /// <summary>The protocol's name; the second name that a page offers is its token, which so is in no address and in no log.</summary>
    public const string Protocol = "hotreload";

    /// <summary>Refuses before the connection is upgraded, or talks to the page until it goes.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        // The handshake alone is asked, not the feature: a refusal must not depend on what the server supports.
        var offered = context.WebSockets.WebSocketRequestedProtocols;
        if (!access.IsOwnHost(context.Request) || !access.IsOwnOrigin(context.Request)
            || !offered.Contains(Protocol) || !offered.Any(access.IsToken))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(Protocol);
        await host.RunAsync(socket, context.RequestAborted);
    }
}
