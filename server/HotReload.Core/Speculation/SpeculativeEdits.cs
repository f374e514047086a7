using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.Core.Speculation;

/// <summary>
/// An edit session that also compiles ahead: what a reload of some text would need is made while nobody waits for it, and held. The reload
/// of the same text takes it, or waits for the rest of it; any other reload goes first.
/// </summary>
/// <remarks>
/// The pipeline calls the members of <see cref="IEditSession"/>, one at a time; all others are safe to call from any thread. From the
/// start of a reload's compilation to its end, commit or discard, nothing is compiled ahead.
/// </remarks>
/// <param name="edits">What compiles.</param>
/// <param name="scheduler">Where it compiles ahead: on one thread, of low priority.</param>
/// <param name="time">Measures it.</param>
public sealed class SpeculativeEdits(IEditSession edits, TaskScheduler scheduler, TimeProvider time) : IEditSession
{
    readonly Lock _gate = new();
    Attempt? _attempt;
    bool _isTaken;

    /// <summary>An answer has come ahead of its reload. Raised on any thread.</summary>
    public event Action<Forecast>? Foreseen;

    /// <summary>A reload has ended: what was not compiled ahead because of it may be now. Raised on any thread.</summary>
    public event Action? Freed;

    /// <inheritdoc/>
    public bool IsDoubted => edits.IsDoubted;

    /// <inheritdoc/>
    public bool Reads(string path) => edits.Reads(path);

    /// <summary>What a reload with this text of a file would come to; null where nobody knows.</summary>
    public Forecast? FindForecast(string path, string? text)
    {
        lock (_gate)
        {
            return _attempt is { Answer: { } answer } attempt && attempt.Snapshot.Texts.TryGetValue(path, out var foreseen)
                && string.Equals(foreseen, text, StringComparison.Ordinal)
                ? Forecast.Of(answer)
                : null;
        }
    }

    /// <summary>Begins to compile a snapshot that may become the next reload's. What was compiled ahead before is dropped.</summary>
    public void Begin(Snapshot snapshot)
    {
        lock (_gate)
        {
            if (_isTaken || edits.IsDoubted || (_attempt is { IsOfUse: true } last && last.IsFor(snapshot)))
            {
                return;
            }

            var (before, attempt) = (_attempt, new Attempt(snapshot));
            before?.Cancel();
            _attempt = attempt;
            attempt.Begin(token => CompileAsync(before, attempt, token), scheduler, time);
            _ = TellAsync(attempt);
        }
    }

    /// <summary>Ends a compilation that is under way. An answer that is there stays: its text may come back.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            if (!_isTaken)
            {
                _attempt?.Cancel();
            }
        }
    }

    /// <inheritdoc/>
    public async Task<CompiledChange> CompileAsync(Snapshot snapshot, Haste haste, CancellationToken cancellationToken)
    {
        var attempt = Take();
        var isReady = false;
        try
        {
            var change = await UseAsync(attempt, snapshot, cancellationToken)
                ?? await CompileAnewAsync(attempt, snapshot, haste, cancellationToken);
            isReady = change.Verdict == CompileVerdict.Ready;
            return change;
        }
        finally
        {
            if (!isReady)
            {
                Free();
            }
        }
    }

    /// <inheritdoc/>
    public void Commit()
    {
        edits.Commit();
        Free();
    }

    /// <inheritdoc/>
    public void Discard()
    {
        edits.Discard();
        Free();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DropAsync(Take());
        await edits.DisposeAsync();
    }

    async Task<CompiledChange> CompileAsync(Attempt? before, Attempt attempt, CancellationToken cancellationToken)
    {
        // Even when this one is overtaken, what the one before holds must go.
        await DropAsync(before);
        cancellationToken.ThrowIfCancellationRequested();
        return await edits.CompileAsync(attempt.Snapshot, attempt.Haste, cancellationToken);
    }

    async Task TellAsync(Attempt attempt)
    {
        await attempt.Ended;
        if (attempt.Answer is { } answer && !attempt.Haste.IsWanted)
        {
            Foreseen?.Invoke(Forecast.Of(answer));
        }
    }

    /// <summary>The answer that was compiled ahead for a snapshot; null where there is none, or none that can be relied on.</summary>
    async Task<CompiledChange?> UseAsync(Attempt? attempt, Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (attempt is null || edits.IsDoubted || !attempt.IsOfUse || !attempt.IsFor(snapshot))
        {
            return null;
        }

        var start = time.GetTimestamp();
        attempt.Haste.Hurry();
        await attempt.Ended.WaitAsync(cancellationToken);
        return edits.IsDoubted || attempt.Release() is not { } change ? null : change with
        {
            Snapshot = snapshot.Id, TextMilliseconds = 0, CompileMilliseconds = 0, EmitMilliseconds = 0,
            Speculation = new(attempt.Took.TotalMilliseconds, time.GetElapsedTime(start).TotalMilliseconds),
        };
    }

    async Task<CompiledChange> CompileAnewAsync(Attempt? attempt, Snapshot snapshot, Haste haste, CancellationToken cancellationToken)
    {
        await DropAsync(attempt);
        cancellationToken.ThrowIfCancellationRequested();
        return await edits.CompileAsync(snapshot, haste, cancellationToken);
    }

    /// <summary>Ends an attempt and lets go of what it holds.</summary>
    async Task DropAsync(Attempt? attempt)
    {
        if (attempt is null)
        {
            return;
        }

        attempt.Cancel();
        await attempt.Ended;
        if (attempt.Release() is { Verdict: CompileVerdict.Ready })
        {
            edits.Discard();
        }
    }

    Attempt? Take()
    {
        lock (_gate)
        {
            _isTaken = true;
            return _attempt;
        }
    }

    void Free()
    {
        lock (_gate)
        {
            _isTaken = false;
        }

        Freed?.Invoke();
    }
}
