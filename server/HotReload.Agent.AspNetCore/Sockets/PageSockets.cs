using System.Collections.Concurrent;

namespace HotReload.Agent.AspNetCore.Sockets;

/// <summary>The open pages of all browsers.</summary>
sealed class PageSockets : IDisposable
{
    readonly ConcurrentDictionary<PageSocket, byte> _open = new();
    readonly CancellationTokenSource _end = new();

    /// <summary>Cancelled when the program ends.</summary>
    public CancellationToken End => _end.Token;

    public void Add(PageSocket page) => _open.TryAdd(page, 0);

    public void Remove(PageSocket page) => _open.TryRemove(page, out _);

    /// <summary>Sends all of them a message. Returns how many.</summary>
    public int Send(byte[] message) => Send(message, static _ => true);

    /// <summary>Sends some of them a message. Returns how many.</summary>
    public int Send(byte[] message, Func<PageSocket, bool> concerns)
    {
        var count = 0;
        foreach (var page in _open.Keys.Where(concerns))
        {
            page.Send(message);
            count++;
        }

        return count;
    }

    /// <summary>The program ends: a server that waits for its connections must not wait for these.</summary>
    public void Close()
    {
        foreach (var page in _open.Keys)
        {
            page.Close();
        }

        _end.Cancel();
    }

    public void Dispose() => _end.Dispose();
}
