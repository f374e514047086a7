namespace HotReload.JsonRpc.Logging;

/// <summary>Where a connection tells what happens to it. Called from several threads; must be quick and must not throw.</summary>
public interface IJsonRpcLog
{
    /// <summary>Takes note.</summary>
    void Write(JsonRpcEvent happened);
}
