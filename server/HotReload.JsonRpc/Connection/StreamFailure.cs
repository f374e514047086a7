namespace HotReload.JsonRpc.Connection;

/// <summary>What a stream throws when it can't go on, as opposed to what a fault in this program throws.</summary>
static class StreamFailure
{
    /// <summary>Whether it is one: broken, closed beneath us, or taken away.</summary>
    public static bool Is(Exception exception) =>
        exception is IOException or ObjectDisposedException or OperationCanceledException or UnauthorizedAccessException;
}
