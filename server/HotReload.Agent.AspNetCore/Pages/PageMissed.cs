using HotReload.Agent.AspNetCore.Browsers;
using HotReload.Agent.Contract;

namespace HotReload.Agent.AspNetCore.Pages;

/// <summary>What a page that was away has missed.</summary>
/// <param name="Morph">Whether it may look different by now.</param>
/// <param name="IsUnknown">Whether nobody knows which static files have changed.</param>
/// <param name="Assets">Those that have.</param>
/// <param name="Changes">What code that it runs has got.</param>
sealed record PageMissed(bool Morph, bool IsUnknown, IReadOnlyList<AgentAsset> Assets, IReadOnlyList<BrowserChange> Changes)
{
    /// <summary>It knows another run of the program.</summary>
    public static PageMissed Everything { get; } = new(true, true, [], []);
}
