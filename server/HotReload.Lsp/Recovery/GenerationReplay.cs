using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Baselines;
using HotReload.Engine.Session;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Recovery;

/// <summary>
/// Brings a new edit session to where that of an ended server stood: its edits are compiled once more, in their order, and committed
/// without being applied, as the program has them. What comes out otherwise than before ends it.
/// </summary>
internal static class GenerationReplay
{
    /// <summary>Finds out whether a program has what its journal says.</summary>
    /// <returns>The generations that it has, or why nobody knows what it runs.</returns>
    public static (ImmutableArray<GenerationRecord> Generations, string? Reason) Match(LostRun run, RejoinedProgram program)
    {
        if (program.Fault is not null || program.Modules.FirstOrDefault(module => module.Error is not null) is { Error: not null })
        {
            return ([], "It has not taken all of its changes.");
        }

        if (program.Generation > run.Generations.Length)
        {
            return ([], "It has a change that the server had no time to note down.");
        }

        var taken = run.Generations[..program.Generation];
        var noted = taken.SelectMany(generation => generation.Deltas).ToLookup(delta => delta.ModuleId, delta => delta.Digest);
        return noted.Count == program.Modules.Length && program.Modules.All(module => ModuleDigest.Chain(noted[module.ModuleId]) == module.Digest)
            ? (taken, null)
            : ([], "It has other changes than the server has noted down.");
    }

    /// <summary>Replays generations.</summary>
    /// <returns>Why it can't be gone on from there; null where it can.</returns>
    public static async Task<string?> RunAsync(
        LostRun run, ImmutableArray<GenerationRecord> generations, EditSession edits, GenerationLog log, CancellationToken cancellationToken)
    {
        var snapshot = Snapshot.Empty;
        foreach (var generation in generations)
        {
            // Text without meaning, such as a comment, became the baseline before, without a generation of its own.
            var before = generation.Texts.Aggregate(snapshot, (text, file) => text.With(file.Path, run.Text(file.Before)));
            if (await edits.CompileAsync(before, new Haste(), cancellationToken) is { Verdict: not CompileVerdict.NoChange })
            {
                return Differs(generation);
            }

            snapshot = generation.Texts.Aggregate(before, (text, file) => text.With(file.Path, run.Text(file.After)));
            var change = await edits.CompileAsync(snapshot, new Haste(), cancellationToken);
            if (change.Verdict != CompileVerdict.Ready || !IsSame(change.Deltas, generation.Deltas))
            {
                return Differs(generation);
            }

            edits.Commit();
            log.Add(log.Next(change.Deltas) with { WatchesThrows = generation.WatchesThrows });
        }

        return null;
    }

    static bool IsSame(ImmutableArray<ModuleDelta> deltas, ImmutableArray<DeltaRecord> noted) => noted.All(
        record => deltas.Any(delta => delta.ModuleId == record.ModuleId && DeltaFingerprint.Of(delta) == record.Fingerprint))
        && deltas.Length == noted.Length;

    static string Differs(GenerationRecord generation) => $"Change {generation.Number} can't be made again as it was.";
}
