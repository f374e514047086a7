using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HotReload.Testing.Probing;

/// <summary>Finds a port that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>One that was free a moment ago. The system hands out others before it hands out this one again.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whether nobody listens at a url of this machine.</summary>
    public static bool IsFree(string url)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, new Uri(url).Port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>A loopback url with such a port, without a slash at its end.</summary>
    public static string NextUrl() => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Next()}");
}
