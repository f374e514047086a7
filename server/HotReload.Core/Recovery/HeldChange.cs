using System.Collections.Immutable;

namespace HotReload.Core.Recovery;

/// <summary>A change that is being rolled back.</summary>
/// <param name="Number">Counts the changes that the program has taken.</param>
/// <param name="Change">Its files.</param>
/// <param name="HeldBefore">What was held before it.</param>
public sealed record HeldChange(int Number, ImmutableArray<ChangedText> Change, ImmutableDictionary<string, HeldText> HeldBefore);
