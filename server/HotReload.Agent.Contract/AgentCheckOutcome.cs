namespace HotReload.Agent.Contract;

/// <summary>What two looks at state have found, from best to worst.</summary>
internal enum AgentCheckOutcome
{
    Same,
    Partly,
    Changed,
}
