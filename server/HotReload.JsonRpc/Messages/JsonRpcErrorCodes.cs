namespace HotReload.JsonRpc.Messages;

/// <summary>The error codes of JSON-RPC 2.0 and of the Language Server Protocol 3.17 that this side sends or knows.</summary>
public static class JsonRpcErrorCodes
{
    /// <summary>What was received is not JSON.</summary>
    public const int ParseError = -32700;

    /// <summary>What was received is JSON, but no message, or comes after shutdown.</summary>
    public const int InvalidRequest = -32600;

    /// <summary>The method is not known.</summary>
    public const int MethodNotFound = -32601;

    /// <summary>The parameters don't fit the method.</summary>
    public const int InvalidParams = -32602;

    /// <summary>The handler failed.</summary>
    public const int InternalError = -32603;

    /// <summary>A request came before initialize.</summary>
    public const int ServerNotInitialized = -32002;

    /// <summary>The request was well formed and could not be fulfilled.</summary>
    public const int RequestFailed = -32803;

    /// <summary>The server gave the request up.</summary>
    public const int ServerCancelled = -32802;

    /// <summary>The document changed, so that the result is of no use.</summary>
    public const int ContentModified = -32801;

    /// <summary>The client cancelled the request.</summary>
    public const int RequestCancelled = -32800;
}
