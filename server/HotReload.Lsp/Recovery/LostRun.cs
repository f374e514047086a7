using System.Collections.Immutable;
using HotReload.Engine.Baselines;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Recovery;

/// <summary>The run of a session whose server has ended, as its journal has it.</summary>
/// <param name="Sdk">See <see cref="RunRecord.Sdk"/>.</param>
/// <param name="Baseline">What it was started from.</param>
/// <param name="Program">Its program.</param>
/// <param name="Generations">What that was given, in their order; whether it has taken the last one, only itself knows.</param>
/// <param name="Texts">All texts by their hash.</param>
/// <param name="Journal">Full path of the journal.</param>
/// <param name="Bytes">How much of it can be read.</param>
internal sealed record LostRun(
    string Sdk, ProgramBaseline Baseline, ProgramTicket Program, ImmutableArray<GenerationRecord> Generations,
    IReadOnlyDictionary<string, string> Texts, string Journal, long Bytes)
{
    /// <summary>A text by its hash; null by none.</summary>
    public string? Text(string? hash) => hash is null ? null : Texts[hash];
}
