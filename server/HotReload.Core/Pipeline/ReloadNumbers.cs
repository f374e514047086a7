namespace HotReload.Core.Pipeline;

/// <summary>Counts a session's reloads, across restarts of its program.</summary>
public sealed class ReloadNumbers
{
    int _last;

    /// <summary>The next number, from 1.</summary>
    public int Next() => Interlocked.Increment(ref _last);
}
