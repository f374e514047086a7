using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.UnitTests.Core.Pipeline;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Core.Speculation;

/// <summary>An edit session that compiles when the test says so, and fails where it is used against its rules.</summary>
sealed class FakeEdits : IEditSession
{
    readonly Queue<HeldUp> _heldUp = [];
    bool _isHeld;
    int _compiling;

    /// <summary>Every compilation, commit and discard in order.</summary>
    public List<string> Journal { get; } = [];

    public List<Haste> Hastes { get; } = [];

    public bool IsDoubted { get; set; }

    public bool Reads(string path) => true;

    /// <summary>The verdict of compilations that are not held up.</summary>
    public CompileVerdict Verdict { get; set; } = CompileVerdict.Ready;

    /// <summary>How many compilations were begun.</summary>
    public int Compilations => Hastes.Count;

    /// <summary>The next compilation ends only when the test says so, or when it is cancelled.</summary>
    public HeldUp HoldUp()
    {
        var heldUp = new HeldUp();
        _heldUp.Enqueue(heldUp);
        return heldUp;
    }

    public async Task<CompiledChange> CompileAsync(Snapshot snapshot, Haste haste, CancellationToken cancellationToken)
    {
        Assert.That(Interlocked.Increment(ref _compiling), Is.EqualTo(1), "One at a time.");
        Assert.That(_isHeld, Is.False, "A delta is committed or discarded before the next call.");
        try
        {
            Hastes.Add(haste);
            Journal.Add($"compile {snapshot.Texts.GetValueOrDefault("/A.cs")}");
            var change = _heldUp.TryDequeue(out var heldUp)
                ? await heldUp.AnswerAsync(cancellationToken)
                : Changes.Of(snapshot, Verdict) with { Deltas = Verdict == CompileVerdict.Ready ? [Changes.Delta] : [] };
            _isHeld = change.Verdict == CompileVerdict.Ready;
            return change;
        }
        catch (OperationCanceledException)
        {
            Journal.Add("cancelled");
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _compiling);
        }
    }

    public void Commit() => End("commit");

    public void Discard() => End("discard");

    public ValueTask DisposeAsync()
    {
        Assert.That((_compiling, _isHeld), Is.EqualTo((0, false)), "Nothing is left.");
        Journal.Add("dispose");
        return ValueTask.CompletedTask;
    }

    void End(string how)
    {
        Assert.That(_isHeld, Is.True, "Only what is held can be committed or discarded.");
        _isHeld = false;
        Journal.Add(how);
    }

    /// <summary>A compilation that takes as long as the test wants.</summary>
    internal sealed class HeldUp
    {
        readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource<CompiledChange> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => Hang.Guard(_begun.Task);

        public void Answer(CompiledChange change) => _answer.SetResult(change);

        public void Fail(Exception exception) => _answer.SetException(exception);

        public Task<CompiledChange> AnswerAsync(CancellationToken cancellationToken)
        {
            _begun.SetResult();
            return _answer.Task.WaitAsync(cancellationToken);
        }
    }
}
