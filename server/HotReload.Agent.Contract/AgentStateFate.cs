namespace HotReload.Agent.Contract;

/// <summary>What became of a piece of state, from best to worst.</summary>
internal enum AgentStateFate
{
    Kept,
    Migrated,
    Defaulted,
    Reset,
    Lost,
}
