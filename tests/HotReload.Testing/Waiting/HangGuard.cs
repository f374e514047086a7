namespace HotReload.Testing.Waiting;

/// <summary>
/// Ends waits that would never end. It is no time limit of what is tested: no test should come near it, and none measures by it.
/// </summary>
public static class HangGuard
{
    /// <summary>Three minutes: a machine that is shared may be a third as fast as it was.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromMinutes(3);
}
