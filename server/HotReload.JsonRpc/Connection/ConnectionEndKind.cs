namespace HotReload.JsonRpc.Connection;

/// <summary>How a connection ended.</summary>
public enum ConnectionEndKind
{
    /// <summary>The peer closed its side between two frames.</summary>
    EndOfStream,

    /// <summary>What came was no frame, or a frame was cut.</summary>
    FramingFault,

    /// <summary>A stream could not be read or written.</summary>
    StreamFailed,

    /// <summary>Too much waits to be sent or handled.</summary>
    QueueOverflow,

    /// <summary>This side disposed of it.</summary>
    Disposed,
}
