using HotReload.JsonRpc.Framing;
using HotReload.JsonRpc.Logging;
using HotReload.JsonRpc.Methods;

namespace HotReload.JsonRpc.Connection;

/// <summary>What a connection may be told beside its streams and methods.</summary>
public sealed record JsonRpcConnectionOptions
{
    /// <summary>256 MiB: four bodies of the largest size.</summary>
    public const long DefaultMaxQueuedBytes = 4L * FrameLimits.DefaultMaxBodyBytes;

    /// <summary>Half a second; an ending takes at most two of these.</summary>
    public static readonly TimeSpan DefaultDrainTime = TimeSpan.FromMilliseconds(500);

    /// <summary>What is refused of the peer. Larger messages are not sent either.</summary>
    public FrameLimits Limits { get; init; } = FrameLimits.Default;

    /// <summary>The most bytes that may wait to be handled, and to be sent, each. Beyond it the connection ends.</summary>
    public long MaxQueuedBytes { get; init; } = DefaultMaxQueuedBytes;

    /// <summary>
    /// At the end, how long what was received is given to be handled and, after that, how long what was queued is given to be sent.
    /// </summary>
    public TimeSpan DrainTime { get; init; } = DefaultDrainTime;

    /// <summary>Which calls may pass; all of them by default.</summary>
    public JsonRpcAdmission Admission { get; init; } = (_, _) => null;

    /// <summary>Where the connection tells what happens to it.</summary>
    public IJsonRpcLog Log { get; init; } = new NullJsonRpcLog();

    /// <summary>The clock of <see cref="DrainTime"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
