using HotReload.Agent.AspNetCore.Browsers;
using HotReload.Agent.AspNetCore.Views;
using HotReload.Agent.Contract;

namespace HotReload.Agent.AspNetCore.Pages;

/// <summary>The updates of this run of the program, numbered, so that a page that was asleep catches up.</summary>
sealed class PageUpdates
{
    /// <summary>How many are remembered; a page that has slept longer fetches everything again.</summary>
    public const int Capacity = 100;

    readonly Queue<PageUpdate> _updates = [];
    int _last;

    /// <summary>The number of the newest.</summary>
    public int Last => Volatile.Read(ref _last);

    /// <summary>Static files have changed; the update's number.</summary>
    public int Add(IReadOnlyList<AgentAsset> assets) => Add(new PageUpdate { Assets = assets });

    /// <summary>Code has changed; the update's number.</summary>
    public int Add(ViewChange change) => Add(new PageUpdate { Change = change });

    /// <summary>Code that browsers run has changed; the update's number.</summary>
    public int Add(BrowserChange change) => Add(new PageUpdate { InBrowsers = change });

    /// <summary>What a page has missed that has seen all up to a number.</summary>
    public PageMissed Since(int seen, RenderedPage? page)
    {
        lock (_updates)
        {
            if (_updates.TryPeek(out var oldest) && oldest.Number > seen + 1)
            {
                return PageMissed.Everything;
            }

            var missed = _updates.Where(update => update.Number > seen).ToList();
            return new(
                missed.Any(update => update.Change?.Concerns(page) == true), false,
                [.. missed.SelectMany(update => update.Assets)],
                [.. missed.Select(update => update.InBrowsers).OfType<BrowserChange>()]);
        }
    }

    int Add(PageUpdate update)
    {
        lock (_updates)
        {
            _updates.Enqueue(update with { Number = ++_last });
            if (_updates.Count > Capacity)
            {
                _updates.Dequeue();
            }

            return _last;
        }
    }

    /// <summary>One of them; of the three kinds of change it has one.</summary>
    sealed record PageUpdate
    {
        public int Number { get; init; }

        public IReadOnlyList<AgentAsset> Assets { get; init; } = [];

        public BrowserChange? InBrowsers { get; init; }

        public ViewChange? Change { get; init; }
    }
}
