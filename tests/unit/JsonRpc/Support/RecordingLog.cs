using System.Collections.Concurrent;
using HotReload.JsonRpc.Logging;

namespace HotReload.UnitTests.JsonRpc.Support;

/// <summary>Keeps what a connection tells.</summary>
sealed class RecordingLog : IJsonRpcLog
{
    readonly ConcurrentQueue<JsonRpcEvent> _events = new();

    public IReadOnlyCollection<JsonRpcEvent> Events => _events;

    public IEnumerable<JsonRpcEventKind> Kinds => _events.Select(e => e.Kind);

    public void Write(JsonRpcEvent happened) => _events.Enqueue(happened);
}
