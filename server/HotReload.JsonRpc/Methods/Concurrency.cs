namespace HotReload.JsonRpc.Methods;

/// <summary>How a handler stands to the messages after it.</summary>
public enum Concurrency
{
    /// <summary>
    /// It changes state: it runs to completion before the next message is dispatched. Concurrent handlers that were started
    /// before go on beside it, with what they took of the state.
    /// </summary>
    Exclusive,

    /// <summary>
    /// It only reads: what stands before its first await runs in the order of arrival, and is the place to take a snapshot of
    /// the state; what is slow belongs behind that await, where it holds nobody up.
    /// </summary>
    Concurrent,
}
