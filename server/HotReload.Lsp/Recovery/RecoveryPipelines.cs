using HotReload.Core.Recovery;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace HotReload.Lsp.Recovery;

/// <summary>Makes Polly's pipelines of what the recovery table says.</summary>
internal static class RecoveryPipelines
{
    /// <summary>Does something once more after each fault, as often and as patiently as the table says, and then holds.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="hasFault">Whether what was done came to it.</param>
    /// <param name="onRetry">Told of each step before its time begins: which, and of how many.</param>
    /// <param name="time">The clock of the pauses.</param>
    public static ResiliencePipeline<T> Retrying<T>(
        Fault fault, Func<Outcome<T>, bool> hasFault, Action<int, int> onRetry, TimeProvider time)
    {
        var patience = RecoveryTable.Patience(fault);
        return new ResiliencePipelineBuilder<T> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<T>
            {
                MaxRetryAttempts = patience.Length,
                ShouldHandle = arguments => ValueTask.FromResult(hasFault(arguments.Outcome)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(patience[arguments.AttemptNumber]),
                OnRetry = arguments =>
                {
                    onRetry(arguments.AttemptNumber + 1, patience.Length);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <summary>
    /// Lets nothing through for as long as the table says once it has come to a fault again and again, and then one at a time until that
    /// goes well.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <param name="hasFault">Whether what was done came to it.</param>
    /// <param name="limit">What is too often.</param>
    /// <param name="onOpened">Told when it has been too often, each time anew.</param>
    /// <param name="onClosed">Told when it goes well again.</param>
    /// <param name="time">The clock.</param>
    public static ResiliencePipeline<T> Breaking<T>(
        Fault fault, Func<Outcome<T>, bool> hasFault, FaultLimit limit, Action onOpened, Action onClosed, TimeProvider time) =>
        new ResiliencePipelineBuilder<T> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<T>
            {
                FailureRatio = 1,
                MinimumThroughput = limit.Times,
                SamplingDuration = limit.Within,
                BreakDuration = RecoveryTable.Patience(fault)[0],
                ShouldHandle = arguments => ValueTask.FromResult(hasFault(arguments.Outcome)),
                OnOpened = _ => Done(onOpened),
                OnClosed = _ => Done(onClosed),
            })
            .Build();

    static ValueTask Done(Action action)
    {
        action();
        return ValueTask.CompletedTask;
    }
}
