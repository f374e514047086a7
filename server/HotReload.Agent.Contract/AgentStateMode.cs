namespace HotReload.Agent.Contract;

/// <summary>What is captured.</summary>
internal enum AgentStateMode
{
    /// <summary>What the program marks.</summary>
    Marked,

    /// <summary>That, and every static field of the session's projects that can be carried.</summary>
    Auto,
}
