using HotReload.Core.Ports;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>
/// Makes comparisons one after the other, at a low price for who waits: a delta is not kept back for long by one. What takes longer goes on
/// beside the program that has the delta already.
/// </summary>
/// <param name="patience">How long a comparison is waited for.</param>
/// <param name="unhurried">Where is compared what nobody waits for yet.</param>
internal sealed class ComparisonQueue(TimeSpan patience, TaskScheduler unhurried) : IAsyncDisposable
{
    readonly ColdComparison _cold = new();
    readonly CancellationTokenSource _end = new();
    Task _last = Task.CompletedTask;

    /// <summary>Begins a comparison, and waits for it as long as it is worth.</summary>
    /// <param name="before">What the program runs.</param>
    /// <param name="after">What a delta was made for.</param>
    /// <param name="change">Where the two differ.</param>
    /// <param name="edits">The same, by members.</param>
    /// <param name="deltas">The deltas; null: there is nothing to be quick with.</param>
    /// <param name="haste">Whether anybody waits for the delta; the patience counts from then on.</param>
    /// <param name="cancellationToken">Gives the comparison up.</param>
    /// <returns>The finding; or null and the comparison, which goes on until it is done or the queue ends.</returns>
    public async Task<(ColdFinding? Finding, Task<ColdFinding> Comparison)> BeginAsync(
        Solution before, Solution after, SolutionChange change, WrittenEdits edits, DeltaSet? deltas, Haste haste, CancellationToken cancellationToken)
    {
        // Not in the queue: most edits need no comparison, and must not stand behind one that takes as long as a build.
        var suspects = await edits.FindSuspectsAsync(before, after, deltas is not null, cancellationToken);
        if (suspects.Projects.Count == 0)
        {
            return (ColdFinding.Nothing, Task.FromResult(ColdFinding.Nothing));
        }

        using var waiting = new CancellationTokenSource();
        var isHurried = haste.IsWanted;
        var comparison = Add(isHurried ? TaskScheduler.Default : unhurried, waiting.Token);
        try
        {
            await Task.WhenAny(comparison, haste.Wanted).WaitAsync(cancellationToken);
            return (await comparison.WaitAsync(deltas is not null && !edits.LeaveCallers ? patience : Timeout.InfiniteTimeSpan, cancellationToken), comparison);
        }
        catch (TimeoutException) when (isHurried)
        {
            // It has all processors, for somebody who waits no more. What is lost of it is what it was waited for.
            await waiting.CancelAsync();
            return (null, Add(unhurried, CancellationToken.None));
        }
        catch (TimeoutException)
        {
            return (null, comparison);
        }
        catch (OperationCanceledException)
        {
            await waiting.CancelAsync();
            throw;
        }

        Task<ColdFinding> Add(TaskScheduler scheduler, CancellationToken givenUp)
        {
            var added = RunAfterAsync(_last, token => _cold.CompareAsync(before, after, change, suspects, deltas, token), scheduler, givenUp);
            _last = added;
            return added;
        }
    }

    /// <summary>Ends all comparisons; returns when nothing is compared any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    async Task<ColdFinding> RunAfterAsync(
        Task earlier, Func<CancellationToken, Task<ColdFinding>> compare, TaskScheduler scheduler, CancellationToken waiting)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(waiting, _end.Token);

        // What an earlier one failed by is told to whoever waits for that.
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await Background.RunAsync(() => compare(both.Token), scheduler, both.Token);
    }
}
