namespace HotReload.JsonRpc.Connection;

/// <summary>A request got no answer, because the connection ended first. Whether the peer acted on it is unknown.</summary>
/// <param name="end">How the connection ended.</param>
public sealed class JsonRpcConnectionLostException(ConnectionEnd end) : Exception($"The connection was lost. {end.Sentence}")
{
    /// <summary>How the connection ended.</summary>
    public ConnectionEnd End { get; } = end;
}
