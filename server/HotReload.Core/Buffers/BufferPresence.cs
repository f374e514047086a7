namespace HotReload.Core.Buffers;

/// <summary>Whether the editor has a file open, and its text is known.</summary>
public enum BufferPresence
{
    /// <summary>Not open: the disk counts.</summary>
    Closed,

    /// <summary>Open, and its text is what the user sees.</summary>
    InStep,

    /// <summary>Open, but what the user sees is not known before the full text comes.</summary>
    OutOfStep,
}
