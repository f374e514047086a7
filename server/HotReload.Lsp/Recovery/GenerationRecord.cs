using System.Collections.Immutable;

namespace HotReload.Lsp.Recovery;

/// <summary>A generation that a program was given.</summary>
/// <param name="Number">Takes the place of an earlier one with this number or a higher one.</param>
/// <param name="WatchesThrows">See <see cref="HotReload.Core.Reload.Generation.WatchesThrows"/>.</param>
/// <param name="Deltas">Its deltas.</param>
/// <param name="Texts">The files that it changes.</param>
/// <param name="Held">The files whose change is rolled back at that time.</param>
internal sealed record GenerationRecord(
    int Number, bool WatchesThrows, ImmutableArray<DeltaRecord> Deltas, ImmutableArray<TextRecord> Texts, ImmutableArray<TextRecord> Held);
