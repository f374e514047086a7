using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.Core.Pipeline;

/// <summary>
/// The cheapest rung: static files go to the program as soon as they are there. They wait for no compiler, and no error in C# holds
/// them back.
/// </summary>
internal sealed class AssetRung(IAssetSource source, IProgramHost programs, TimeProvider time)
{
    ImmutableArray<AssetReload> _unreported = [];
    int _told;

    /// <summary>Brings the files of a snapshot to the programs.</summary>
    /// <param name="snapshot">The text.</param>
    /// <param name="patience">How long a program may take; one that is paused must not hold the rest.</param>
    public async Task RunAsync(Snapshot snapshot, TimeSpan patience)
    {
        var updates = source.Take(snapshot);
        if (updates.IsEmpty)
        {
            return;
        }

        var served = updates.RemoveAll(update => update.Error is not null);
        var pages = served.IsEmpty ? [] : await Task.WhenAll(programs.Running.Select(program => TellAsync(program, served, patience)));
        var silent = pages.Any(count => count is null) ? "The program has not answered; it may be paused, or have ended." : null;
        _told += pages.Sum() ?? 0;
        _unreported = _unreported.AddRange(updates.Select(update => Report(update, update.Error ?? silent)));
    }

    /// <summary>Whether two snapshots differ in nothing but files that pages show: there is nothing for a compiler then.</summary>
    public bool IsAllBetween(Snapshot before, Snapshot after) =>
        !ReferenceEquals(before.Texts, after.Texts)
        && after.Texts.Where(file => !before.Texts.TryGetValue(file.Key, out var text) || text != file.Value).Select(file => file.Key)
            .Concat(before.Texts.Keys.Where(path => !after.Texts.ContainsKey(path)))
            .All(source.Concerns);

    /// <summary>What was done since the last report. A reload that newer text overtakes reports nothing; its files are in the next report.</summary>
    public PageReload TakeReport()
    {
        var report = new PageReload(_told, _unreported);
        (_told, _unreported) = (0, []);
        return report;
    }

    static AssetReload Report(AssetUpdate update, string? error) =>
        new(update.File, update.Kind, Outcome(update, error), error ?? "");

    static AssetOutcome Outcome(AssetUpdate update, string? error) =>
        error is null ? AssetOutcome.Injected : update.NeedsBuild ? AssetOutcome.NeedsBuild : AssetOutcome.Failed;

    async Task<int?> TellAsync(IRunningProgram program, ImmutableArray<AssetUpdate> updates, TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience, time);
        try
        {
            return await program.Pages.ChangeAsync(updates, late.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
