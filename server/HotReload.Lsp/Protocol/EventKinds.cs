namespace HotReload.Lsp.Protocol;

/// <summary>The kinds of <see cref="EventParams"/>.</summary>
public static class EventKinds
{
    public const string SessionStarted = "sessionStarted";
    public const string SessionStopped = "sessionStopped";
    public const string BuildStarted = "buildStarted";
    public const string BuildFinished = "buildFinished";
    public const string ProgramStarted = "programStarted";
    public const string ProgramExited = "programExited";
    public const string ReloadStarted = "reloadStarted";
    public const string ReloadSuperseded = "reloadSuperseded";
    public const string ReloadFinished = "reloadFinished";
    public const string BufferOutOfStep = "bufferOutOfStep";
    public const string WatchFallback = "watchFallback";
    public const string ContentCopied = "contentCopied";
    public const string ReferencesAdded = "referencesAdded";
    public const string HandlerFailed = "handlerFailed";
    public const string SnapshotTaken = "snapshotTaken";
    public const string SnapshotRestored = "snapshotRestored";
    public const string PageConnected = "pageConnected";
    public const string PageLeft = "pageLeft";
    public const string Recovery = "recovery";
    public const string Recovered = "recovered";
    public const string Warning = "warning";
}
