namespace HotReload.Core.Buffers;

/// <summary>What became of a notification about a buffer.</summary>
public enum BufferUpdate
{
    /// <summary>Taken; nothing that a reload is made from has changed.</summary>
    Taken,

    /// <summary>Taken, and the text that a reload is made from has changed.</summary>
    Published,

    /// <summary>The file was open already; its text was replaced.</summary>
    Reopened,

    /// <summary>The file is not open; ignored.</summary>
    NotOpen,

    /// <summary>The notification does not fit the buffer: it is out of step until its full text comes.</summary>
    OutOfStep,
}
