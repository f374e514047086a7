using System.Net.Sockets;

namespace HotReload.Runtime.Launch;

/// <summary>Waits until somebody listens at an address. A program tells nobody when it does, so this tries to connect again and again.</summary>
public sealed class ListenerWait(TimeProvider time)
{
    /// <summary>The time between two tries.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Completes once a connection was made; it is closed again at once.</summary>
    /// <param name="host">A name or an address; of a name every address is tried.</param>
    /// <param name="port">The TCP port.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WaitAsync(string host, int port, CancellationToken cancellationToken)
    {
        while (!await TryConnectAsync(host, port, cancellationToken))
        {
            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    static async Task<bool> TryConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
