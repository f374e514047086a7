using System.Diagnostics.CodeAnalysis;
using HotReload.Core.Buffers;
using HotReload.Core.Ports;

namespace HotReload.Core.Speculation;

/// <summary>One compilation that was begun ahead of a reload, and what came of it.</summary>
/// <param name="snapshot">The text it is made for.</param>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A source without a timer holds nothing to be freed, and may be cancelled late.")]
internal sealed class Attempt(Snapshot snapshot)
{
    readonly CancellationTokenSource _cancel = new();
    volatile CompiledChange? _answer;
    volatile int _isReleased;

    public Snapshot Snapshot => snapshot;

    /// <summary>Whether somebody waits for it by now.</summary>
    public Haste Haste { get; } = new();

    /// <summary>Completes when it has ended, however it did; never fails.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>What came of it; null before its end, where it was cancelled or failed, and once somebody has it.</summary>
    public CompiledChange? Answer => _isReleased == 0 ? _answer : null;

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>Whether its answer is there, or may still come.</summary>
    public bool IsOfUse => Answer is not null || !(_cancel.IsCancellationRequested || Ended.IsCompleted || _isReleased != 0);

    /// <summary>Whether it is made for this text.</summary>
    public bool IsFor(Snapshot other) => snapshot.HasTextOf(other);

    /// <summary>Ends it, if it has not ended.</summary>
    public void Cancel() => _cancel.Cancel();

    /// <summary>Hands its answer over, to whoever asks first, and with it what the edit session holds for it.</summary>
    public CompiledChange? Release() => Interlocked.Exchange(ref _isReleased, 1) == 0 ? _answer : null;

    /// <summary>Begins it.</summary>
    /// <param name="compile">Makes the answer.</param>
    /// <param name="scheduler">Where that is done.</param>
    /// <param name="time">Measures it.</param>
    public void Begin(Func<CancellationToken, Task<CompiledChange>> compile, TaskScheduler scheduler, TimeProvider time) =>
        Ended = Task.Factory.StartNew(() => RunAsync(compile, time), CancellationToken.None, TaskCreationOptions.None, scheduler).Unwrap();

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What fails ahead fails again in the reload, and is told there.")]
    async Task RunAsync(Func<CancellationToken, Task<CompiledChange>> compile, TimeProvider time)
    {
        var start = time.GetTimestamp();
        try
        {
            _answer = await compile(_cancel.Token);
        }
        catch (Exception)
        {
            // Most often newer text.
        }

        Took = time.GetElapsedTime(start);
    }
}
