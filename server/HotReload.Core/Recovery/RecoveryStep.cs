namespace HotReload.Core.Recovery;

/// <summary>One thing to try about a fault.</summary>
/// <param name="Action">What is done.</param>
/// <param name="After">How long before; a program that fails at once must not be started again and again at once.</param>
public sealed record RecoveryStep(RecoveryAction Action, TimeSpan After);
