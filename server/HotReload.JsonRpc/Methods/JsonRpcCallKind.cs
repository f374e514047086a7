namespace HotReload.JsonRpc.Methods;

/// <summary>What a peer may call.</summary>
public enum JsonRpcCallKind
{
    /// <summary>It wants an answer.</summary>
    Request,

    /// <summary>It wants none.</summary>
    Notification,
}
