using System.Collections.Immutable;
using HotReload.Engine.Baselines;

namespace HotReload.Lsp.Recovery;

/// <summary>What a run of a session was started from. The texts are records of their own, named by their hash.</summary>
/// <param name="Sdk">The version of the SDK whose compiler makes the deltas: another makes others.</param>
/// <param name="OutputFolder">See <see cref="ProgramBaseline.OutputFolder"/>.</param>
/// <param name="Modules">See <see cref="ProgramBaseline.Modules"/>.</param>
/// <param name="Texts">Full path to the hash of the text.</param>
internal sealed record RunRecord(
    string Sdk, string? OutputFolder, ImmutableArray<BaselineModule> Modules, ImmutableDictionary<string, string> Texts);
