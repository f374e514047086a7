using System.Collections.Concurrent;
using System.Collections.Immutable;
using HotReload.Conformance.Cases;
using HotReload.Conformance.Reporting;

namespace HotReload.Conformance.Running;

/// <summary>Gives cases to workers, those of one project together: a worker holds one evaluated project at a time.</summary>
/// <param name="done">Told of each case that has ended; calls may come from several threads.</param>
sealed class CaseQueue(Action<CaseReport> done)
{
    /// <summary>Runs all cases; the reports come in the order of the cases.</summary>
    public async Task<ImmutableArray<CaseReport>> RunAsync(
        ImmutableArray<ConformanceCase> cases, int workers, CancellationToken cancellationToken)
    {
        var reports = new CaseReport[cases.Length];
        var queue = new ConcurrentQueue<int>(
            Enumerable.Range(0, cases.Length).OrderBy(index => cases[index].ProjectKey, StringComparer.Ordinal));
        await Task.WhenAll(Enumerable.Range(0, Math.Min(workers, cases.Length)).Select(_ => Task.Run(WorkAsync, cancellationToken)));
        return [.. reports];

        async Task WorkAsync()
        {
            WorkerProcess? worker = null;
            try
            {
                while (queue.TryDequeue(out var index))
                {
                    var next = cases[index];
                    reports[index] = next.Fault is { } fault
                        ? new(next.Name, next.Subject, [new(1, StepVerdict.Unusable, fault)])
                        : await (worker ??= WorkerProcess.Start()).RunAsync(next, cancellationToken);
                    done(reports[index]);
                    if (worker is { IsUsable: false })
                    {
                        worker.Dispose();
                        worker = null;
                    }
                }
            }
            finally
            {
                worker?.Dispose();
            }
        }
    }
}
