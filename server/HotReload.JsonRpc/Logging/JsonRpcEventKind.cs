namespace HotReload.JsonRpc.Logging;

/// <summary>What a connection has to tell about itself.</summary>
public enum JsonRpcEventKind
{
    /// <summary>A frame held no JSON; a parse error was sent.</summary>
    UnreadableMessage,

    /// <summary>A frame held JSON that is no message; an error was sent.</summary>
    InvalidMessage,

    /// <summary>A request had the id of one that still runs; an error was sent.</summary>
    DuplicateRequestId,

    /// <summary>An answer came to no request, or a second one to the same.</summary>
    UnknownResponse,

    /// <summary>A notification has no handler and was ignored.</summary>
    UnknownNotification,

    /// <summary>The admission refused a notification.</summary>
    RefusedNotification,

    /// <summary>A notification's parameters don't fit; it was dropped.</summary>
    BadNotification,

    /// <summary>A handler threw something it should not have.</summary>
    HandlerFailed,

    /// <summary>The connection ended.</summary>
    ConnectionEnded,
}
