namespace HotReload.Core.State;

/// <summary>What a program writes if it crashes.</summary>
/// <param name="File">Where to.</param>
/// <param name="Mode">What of its state.</param>
/// <param name="Limits">How far to go.</param>
public sealed record StateWatch(StateFile File, StateMode Mode, StateLimits Limits);
