using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HotReload.Testing.Probing;

namespace HotReload.Conformance.LongRuns;

/// <summary>A page of the program that is open, as far as the program knows of it: without a browser.</summary>
sealed partial class OpenPage : IDisposable
{
    /// <summary>How long the program may take to answer.</summary>
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    readonly ClientWebSocket _socket = new();

    OpenPage()
    {
    }

    /// <summary>Loads the page and connects, as its script does.</summary>
    public static async Task<OpenPage> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpProbe(address.AbsoluteUri, s_patience);
        var script = Script().Match(await http.GetPageAsync("/", cancellationToken));
        var page = new OpenPage();
        page._socket.Options.AddSubProtocol("hotreload");
        page._socket.Options.AddSubProtocol(script.Groups["token"].Value);
        page._socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        await page._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/_hotreload/ws" }.Uri, cancellationToken);
        var hello = JsonSerializer.Serialize(new { type = "hello", page = script.Groups["page"].Value, path = "/", run = "", seen = 0 });
        await page._socket.SendAsync(Encoding.UTF8.GetBytes(hello), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        return page;
    }

    /// <summary>Whether the program answers it.</summary>
    public async Task<bool> IsGreetedAsync(CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(s_patience);
        var buffer = new byte[4096];
        var received = await _socket.ReceiveAsync(buffer, late.Token);
        return Encoding.UTF8.GetString(buffer, 0, received.Count).Contains("\"welcome\"", StringComparison.Ordinal);
    }

    /// <summary>Its browser is gone from one moment to the next.</summary>
    public void Kill() => _socket.Abort();

    public void Dispose() => _socket.Dispose();

    [GeneratedRegex("data-hotreload=\"(?<page>[^\"]+)\" data-token=\"(?<token>[^\"]+)\"")]
    private static partial Regex Script();
}
