using HotReload.Core.Recovery;
using Polly;

namespace HotReload.Lsp.Recovery;

/// <summary>
/// Starts a program again that has crashed, a few times and more patiently each time. What crashes after the last time crashes until it is
/// edited: it is left alone then, as by a circuit breaker that new text closes.
/// </summary>
internal sealed class CrashLoop
{
    readonly Lock _gate = new();
    readonly Action _restart;
    readonly Action _leftAlone;
    readonly ResiliencePipeline<Fate> _pipeline;
    TaskCompletionSource<Fate>? _life;
    int _loop;
    bool _isOpen;

    /// <param name="restart">Asks for the program to be started again, if that is still of use.</param>
    /// <param name="retrying">Told before each pause: the how manieth time, and of how many.</param>
    /// <param name="leftAlone">Told when it has crashed once more after the last time.</param>
    /// <param name="time">The clock of the pauses.</param>
    public CrashLoop(Action restart, Action<int, int> retrying, Action leftAlone, TimeProvider time)
    {
        (_restart, _leftAlone) = (restart, leftAlone);
        _pipeline = RecoveryPipelines.Retrying<Fate>(Fault.ProgramCrashed, outcome => outcome.Result == Fate.Crashed, retrying, time);
    }

    enum Fate
    {
        Renewed,
        Crashed,
    }

    /// <summary>The program has crashed.</summary>
    public void Crashed()
    {
        lock (_gate)
        {
            if (_life is not null)
            {
                _life.TrySetResult(Fate.Crashed);
            }
            else if (!_isOpen)
            {
                _life = New();
                _life.SetResult(Fate.Crashed);
                _ = RunAsync(_loop, _life);
            }
        }
    }

    /// <summary>There is new text: what crashed may not any more, and is counted from the start again.</summary>
    public void Renewed()
    {
        lock (_gate)
        {
            _life?.TrySetResult(Fate.Renewed);
            (_life, _isOpen) = (null, false);
            _loop++;
        }
    }

    static TaskCompletionSource<Fate> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    async Task RunAsync(int loop, TaskCompletionSource<Fate> ended)
    {
        // The first life is the one that has just ended.
        var lives = new Queue<TaskCompletionSource<Fate>>([ended]);
        var fate = await _pipeline.ExecuteAsync(async _ => lives.TryDequeue(out var first) ? await first.Task : await AgainAsync(loop));
        lock (_gate)
        {
            if (fate != Fate.Crashed || loop != _loop)
            {
                return;
            }

            (_life, _isOpen) = (null, true);
        }

        _leftAlone();
    }

    async Task<Fate> AgainAsync(int loop)
    {
        TaskCompletionSource<Fate> life;
        lock (_gate)
        {
            if (loop != _loop)
            {
                return Fate.Renewed;
            }

            _life = life = New();
        }

        _restart();
        return await life.Task;
    }
}
