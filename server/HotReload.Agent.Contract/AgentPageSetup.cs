namespace HotReload.Agent.Contract;

/// <summary>What pages of the program are to be like.</summary>
/// <param name="Token">What a page must show; one for each session.</param>
/// <param name="Hosts">Names besides this machine's own under which the program may be reached.</param>
/// <param name="Overlay">Whether errors are shown over the page.</param>
/// <param name="Morph">Whether a page fetches itself again after a change of code.</param>
/// <param name="Indicator">Whether the mark in the corner is shown.</param>
internal sealed record AgentPageSetup(string Token, IReadOnlyList<string> Hosts, bool Overlay, bool Morph, bool Indicator)
{
    /// <summary>The token is not for logs.</summary>
    public override string ToString() => "(page setup)";
}
