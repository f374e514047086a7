namespace HotReload.Core.Documents;

/// <summary>Whether a session is about to take in newer text.</summary>
public enum ReloadActivity
{
    /// <summary>No reload runs or waits.</summary>
    Idle,

    /// <summary>One runs or waits; it takes the newest published text.</summary>
    Busy,
}
