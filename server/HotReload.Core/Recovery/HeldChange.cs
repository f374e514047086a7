using System.Collections.Immutable;

namespace HotReload.Core.Recovery;

/// <summary>A change that is being rolled back.</summary>
/// <param name="Change">Its files.</param>
/// <param name="HeldBefore">What was held before it.</param>
public sealed record HeldChange(ImmutableArray<ChangedText> Change, ImmutableDictionary<string, HeldText> HeldBefore);
