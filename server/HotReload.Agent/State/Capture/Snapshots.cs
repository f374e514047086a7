using HotReload.Agent.State.Collections;

namespace HotReload.Agent.State.Capture;

/// <summary>Copies collections that other threads may be changing.</summary>
static class Snapshots
{
    /// <summary>How often a collection is copied anew that was changed meanwhile.</summary>
    public const int MaxAttempts = 8;

    /// <summary>A copy of the elements; null where there was no quiet moment.</summary>
    public static Array? Take(object collection, CollectionCodec codec)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            try
            {
                return codec.Snapshot(collection);
            }
            catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
            {
                // It was changed while it was copied; these are what the collections throw then.
                Thread.Yield();
            }
        }

        return null;
    }
}
