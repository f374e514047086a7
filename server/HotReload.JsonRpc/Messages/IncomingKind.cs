namespace HotReload.JsonRpc.Messages;

/// <summary>What a body turned out to be.</summary>
enum IncomingKind
{
    /// <summary>Not JSON, or JSON that is nested too deep: answered with a parse error and a null id.</summary>
    Unreadable,

    /// <summary>JSON, but no message: answered as an invalid request, with its id if it has one.</summary>
    Invalid,

    Request,

    Notification,

    /// <summary>An answer with a result.</summary>
    Result,

    /// <summary>An answer with an error.</summary>
    Error,
}
