namespace HotReload.JsonRpc.Logging;

/// <summary>The log of those who don't want one.</summary>
public sealed class NullJsonRpcLog : IJsonRpcLog
{
    /// <inheritdoc/>
    public void Write(JsonRpcEvent happened)
    {
    }
}
