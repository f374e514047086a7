using System.Net;
using System.Net.Sockets;

namespace HotReload.UnitTests.Support;

/// <summary>A port of this machine that nobody else uses, open or closed.</summary>
sealed class LocalPort : IDisposable
{
    TcpListener? _listener;

    public LocalPort()
    {
        _listener = new(IPAddress.Loopback, 0);
        _listener.Start();
        Number = ((IPEndPoint)_listener.LocalEndpoint).Port;
        Close();
    }

    public int Number { get; }

    /// <summary>Listens.</summary>
    public void Open()
    {
        _listener = new(IPAddress.Loopback, Number);
        _listener.Start();
    }

    public void Close()
    {
        _listener?.Dispose();
        _listener = null;
    }

    public void Dispose() => Close();
}
