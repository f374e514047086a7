using System.Globalization;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Reporting;

/// <summary>Numbers and sends the server's events.</summary>
internal sealed class EventStream(Client client, TimeProvider time)
{
    long _last;

    /// <summary>Sends one event.</summary>
    /// <param name="session">The session's id, if it belongs to one.</param>
    /// <param name="kind">One of <see cref="EventKinds"/>.</param>
    /// <param name="correlation">What belongs together; may be empty.</param>
    /// <param name="message">One sentence.</param>
    public void Publish(string? session, string kind, string correlation, string message) => client.Event(new(
        Interlocked.Increment(ref _last),
        time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        session, kind, correlation, message));
}
