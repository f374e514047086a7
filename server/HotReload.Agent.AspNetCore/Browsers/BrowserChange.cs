using HotReload.Agent.Contract;

namespace HotReload.Agent.AspNetCore.Browsers;

/// <summary>A change of code that browsers run.</summary>
/// <param name="Number">Of all such changes since the program was started, the first being 1.</param>
/// <param name="Deltas">What the code gets.</param>
sealed record BrowserChange(int Number, IReadOnlyList<AgentDelta> Deltas);
