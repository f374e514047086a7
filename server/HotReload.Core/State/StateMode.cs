namespace HotReload.Core.State;

/// <summary>What is captured of a program's state.</summary>
public enum StateMode
{
    /// <summary>What the program marks.</summary>
    Marked,

    /// <summary>That, and every static field of the session's projects that can be carried.</summary>
    Auto,
}
