namespace HotReload.Core.Reload;

/// <summary>What of a reload was done before anybody asked for it, while the user typed.</summary>
/// <param name="Milliseconds">How long the compilation took that was begun ahead.</param>
/// <param name="Waited">How many of them the reload still had to wait for; 0 where the answer was there.</param>
public sealed record SpeculationUse(double Milliseconds, double Waited);
