using System.Threading.Channels;
using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Reload;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Core.Pipeline;

/// <summary>Reloads that end when the test says so.</summary>
sealed class ControlledReloads
{
    readonly Channel<Begun> _begun = Channel.CreateUnbounded<Begun>();
    int _running;

    /// <summary>How many have begun.</summary>
    public int Count { get; private set; }

    public Task<ReloadResult> RunAsync(ReloadCause cause, CompileWindow window)
    {
        Assert.That(Interlocked.Increment(ref _running), Is.EqualTo(1), "At most one reload runs.");
        var begun = new Begun(++Count, cause, window);
        _begun.Writer.TryWrite(begun);
        return AwaitAsync(begun);
    }

    /// <summary>Waits for the next to begin.</summary>
    public Task<Begun> NextAsync() => Hang.Guard(_begun.Reader.ReadAsync().AsTask());

    async Task<ReloadResult> AwaitAsync(Begun begun)
    {
        try
        {
            return await begun.End;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    /// <summary>A reload that has begun. It ends by itself only when it is cancelled.</summary>
    internal sealed class Begun
    {
        readonly TaskCompletionSource<ReloadResult> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly int _number;

        public Begun(int number, ReloadCause cause, CompileWindow window)
        {
            _number = number;
            Cause = cause;
            Window = window;
            window.Token.Register(() => _end.TrySetCanceled(window.Token));
        }

        public ReloadCause Cause { get; }

        public CompileWindow Window { get; }

        public Task<ReloadResult> End => _end.Task;

        public ReloadResult Finish()
        {
            var result = new ReloadResult(
                _number, "session-1", new SnapshotId(_number), Cause, _number, ReloadOutcome.Applied, "", PhaseTimings.Zero,
                [], [], [], DeltaSizes.Zero, StateSummary.Untouched);
            _end.SetResult(result);
            return result;
        }

        public void Fail(Exception exception) => _end.SetException(exception);
    }
}
