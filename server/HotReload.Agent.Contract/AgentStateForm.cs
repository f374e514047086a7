namespace HotReload.Agent.Contract;

/// <summary>In which form state is written.</summary>
internal enum AgentStateForm
{
    /// <summary>The compact one, which can be restored.</summary>
    File,

    /// <summary>JSON for people.</summary>
    Text,
}
