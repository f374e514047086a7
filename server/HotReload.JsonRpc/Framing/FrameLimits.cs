namespace HotReload.JsonRpc.Framing;

/// <summary>How much a peer may ask this side to hold. Both limits are checked before anything is buffered or allocated.</summary>
/// <param name="MaxHeaderBytes">The most bytes a frame's whole header may have, line ends included.</param>
/// <param name="MaxBodyBytes">The most bytes a frame's body may have.</param>
public sealed record FrameLimits(
    int MaxHeaderBytes = FrameLimits.DefaultMaxHeaderBytes,
    int MaxBodyBytes = FrameLimits.DefaultMaxBodyBytes)
{
    /// <summary>16 KiB: a header has two short lines; anything near this is not a header.</summary>
    public const int DefaultMaxHeaderBytes = 16 * 1024;

    /// <summary>64 MiB: the largest source file anyone edits, with room to spare.</summary>
    public const int DefaultMaxBodyBytes = 64 * 1024 * 1024;

    /// <summary>The documented limits.</summary>
    public static FrameLimits Default { get; } = new();
}
