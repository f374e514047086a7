namespace HotReload.JsonRpc.Framing;

/// <summary>What a read of a frame found.</summary>
public enum FrameReadStatus
{
    /// <summary>A whole frame.</summary>
    Frame,

    /// <summary>The stream ended between two frames, as it should.</summary>
    EndOfStream,

    /// <summary>The stream is no longer a stream of frames.</summary>
    Fault,
}
