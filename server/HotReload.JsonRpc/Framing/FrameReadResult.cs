namespace HotReload.JsonRpc.Framing;

/// <summary>What a read found: a frame, the end, or a fault.</summary>
public readonly struct FrameReadResult
{
    FrameReadResult(FrameReadStatus status, ReadOnlyMemory<byte> body, FrameFault? fault)
    {
        Status = status;
        Body = body;
        Fault = fault;
    }

    /// <summary>The end of a stream, between two frames.</summary>
    public static FrameReadResult EndOfStream { get; } = new(FrameReadStatus.EndOfStream, default, null);

    /// <summary>Which of the three it is.</summary>
    public FrameReadStatus Status { get; }

    /// <summary>The body of the frame; empty unless <see cref="Status"/> is <see cref="FrameReadStatus.Frame"/>. The caller owns it.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The fault; null unless <see cref="Status"/> is <see cref="FrameReadStatus.Fault"/>.</summary>
    public FrameFault? Fault { get; }

    /// <summary>A frame with this body.</summary>
    public static FrameReadResult Frame(ReadOnlyMemory<byte> body) => new(FrameReadStatus.Frame, body, null);

    /// <summary>A fault.</summary>
    public static FrameReadResult Faulted(FrameFault fault) => new(FrameReadStatus.Fault, default, fault);
}
