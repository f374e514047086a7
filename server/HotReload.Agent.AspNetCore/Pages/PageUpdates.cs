using HotReload.Agent.AspNetCore.Views;
using HotReload.Agent.Contract;

namespace HotReload.Agent.AspNetCore.Pages;

/// <summary>The updates of this run of the program, numbered, so that a page that was asleep catches up.</summary>
sealed class PageUpdates
{
    /// <summary>How many are remembered; a page that has slept longer fetches everything again.</summary>
    public const int Capacity = 100;

    readonly Queue<(int Number, IReadOnlyList<AgentAsset> Assets, ViewChange? Change)> _updates = [];
    int _last;

    /// <summary>The number of the newest.</summary>
    public int Last => Volatile.Read(ref _last);

    /// <summary>Static files have changed; the update's number.</summary>
    public int Add(IReadOnlyList<AgentAsset> assets) => Add(assets, null);

    /// <summary>Code has changed; the update's number.</summary>
    public int Add(ViewChange change) => Add([], change);

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
                [.. missed.SelectMany(update => update.Assets)]);
        }
    }

    int Add(IReadOnlyList<AgentAsset> assets, ViewChange? change)
    {
        lock (_updates)
        {
            _updates.Enqueue((++_last, assets, change));
            if (_updates.Count > Capacity)
            {
                _updates.Dequeue();
            }

            return _last;
        }
    }
}
