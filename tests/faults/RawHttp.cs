using System.Net.Sockets;
using System.Text;

namespace HotReload.FaultTests;

/// <summary>Asks as no browser and no library would: byte for byte what the test writes.</summary>
static class RawHttp
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>The status of the answer.</summary>
    /// <param name="url">Where the program listens.</param>
    /// <param name="target">The request's target, as it is.</param>
    /// <param name="headers">The headers besides <c>Host</c>, which is the program's own unless it is among them.</param>
    public static async Task<int> StatusAsync(Uri url, string target, params string[] headers)
    {
        var answer = await AskAsync(url, target, headers);
        return int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The beginning of the answer.</summary>
    public static async Task<string> AskAsync(Uri url, string target, params string[] headers)
    {
        using var late = new CancellationTokenSource(s_patience);
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, late.Token);
        var stream = client.GetStream();
        var all = headers.Any(header => header.StartsWith("Host:", StringComparison.Ordinal)) ? headers : [$"Host: {url.Authority}", .. headers];
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\n{string.Join("\r\n", all)}\r\n\r\n"), late.Token);
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (!Encoding.Latin1.GetString(buffer, 0, length).Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), late.Token);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return Encoding.Latin1.GetString(buffer, 0, length);
    }
}
