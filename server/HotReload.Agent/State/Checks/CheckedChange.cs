using HotReload.Agent.Contract;

namespace HotReload.Agent.State.Checks;

/// <summary>A change that was made, and what it left as it was.</summary>
/// <param name="Modules">What became of the change.</param>
/// <param name="Checks">What was found of marked state, type by type.</param>
/// <param name="ChangeMilliseconds">How long the change took.</param>
/// <param name="CheckMilliseconds">How long the two looks took.</param>
sealed record CheckedChange(AgentModuleReload[] Modules, AgentStateCheck[] Checks, double ChangeMilliseconds, double CheckMilliseconds);
