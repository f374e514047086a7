using HotReload.Core.Recovery;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;
using Polly;
using Polly.CircuitBreaker;

namespace HotReload.Lsp.Recovery;

/// <summary>
/// Tells which pages come and go. One whose connection breaks again and again is told of once and then left alone for a while, so that it
/// floods nobody's log; the others are told of as ever. Each run of the program begins anew.
/// </summary>
internal sealed class PageVisits(string session, EventStream events, Recoveries recoveries, TimeProvider time)
{
    /// <summary>A connection that holds for so long is a good one.</summary>
    public static readonly TimeSpan Steady = TimeSpan.FromSeconds(5);

    /// <summary>How many in a row may be none before the page is left alone.</summary>
    public static readonly FaultLimit Limit = new(5, TimeSpan.FromSeconds(60));

    /// <summary>Of how many pages is known how their connections were; they have another id each time they are loaded.</summary>
    public const int MostPages = 200;

    readonly Lock _gate = new();
    readonly Dictionary<string, ResiliencePipeline<Fate>> _circuits = [];
    readonly List<Visit> _visits = [];

    enum Fate
    {
        Held,
        Broke,
    }

    /// <summary>A page has connected. Returns when it is known whether that holds.</summary>
    public Task CameAsync(string page, string path)
    {
        var visit = new Visit(page);
        ResiliencePipeline<Fate>? circuit;
        lock (_gate)
        {
            _visits.Add(visit);
            if (!_circuits.TryGetValue(page, out circuit))
            {
                if (_circuits.Count == MostPages)
                {
                    _circuits.Clear();
                }

                _circuits.Add(page, circuit = Circuit(path));
            }
        }

        return WatchAsync(visit, path, circuit);
    }

    /// <summary>A page's connection has ended.</summary>
    public void Left(string page, string path)
    {
        Visit? visit;
        lock (_gate)
        {
            visit = _visits.Find(open => open.Page == page);
            if (visit is not null)
            {
                _visits.Remove(visit);
            }
        }

        // One that came under an earlier server was told of there.
        if (visit is null or { IsTold: true })
        {
            events.Publish(session, EventKinds.PageLeft, page, $"{path} was left or closed.");
        }

        visit?.End.TrySetResult(Fate.Broke);
    }

    /// <summary>The program ends or has ended: what its pages' connections come to now says nothing of them.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            _circuits.Clear();
            _visits.ForEach(visit => visit.End.TrySetResult(Fate.Held));
        }
    }

    async Task WatchAsync(Visit visit, string path, ResiliencePipeline<Fate> circuit)
    {
        try
        {
            await circuit.ExecuteAsync(async token =>
            {
                visit.IsTold = true;
                events.Publish(session, EventKinds.PageConnected, visit.Page, $"{path} is open in a browser.");
                return await Task.WhenAny(visit.End.Task, Task.Delay(Steady, time, token)) is Task<Fate> end ? await end : Fate.Held;
            });
        }
        catch (BrokenCircuitException)
        {
            // The page is left alone. It is served as ever; its user is not told that it has come and gone once more.
        }
    }

    ResiliencePipeline<Fate> Circuit(string path)
    {
        var recovery = 0;
        return RecoveryPipelines.Breaking<Fate>(Fault.PageUnsteady, outcome => outcome.Result == Fate.Broke, Limit, () =>
        {
            if (recovery == 0)
            {
                recovery = recoveries.Begin(
                    session, path, Fault.PageUnsteady, RecoveryAction.Retry, $"The connection of {path} breaks again and again; it is not told of for a while.");
            }
        }, () =>
        {
            recoveries.End(recovery, RecoveryOutcome.Recovered, null);
            events.Publish(session, EventKinds.Recovered, "", $"The connection of {path} holds again.");
            recovery = 0;
        }, time);
    }

    sealed class Visit(string page)
    {
        public string Page => page;

        public volatile bool IsTold;

        public TaskCompletionSource<Fate> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
