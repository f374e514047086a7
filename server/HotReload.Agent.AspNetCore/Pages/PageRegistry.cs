using System.Security.Cryptography;

namespace HotReload.Agent.AspNetCore.Pages;

/// <summary>The pages that were rendered last, and what from. Bounded: an old one that is still open is one of which nothing is known.</summary>
sealed class PageRegistry
{
    /// <summary>How many pages are remembered.</summary>
    public const int Capacity = 200;

    const int IdBytes = 8;

    readonly Dictionary<string, RenderedPage> _pages = [];
    readonly Queue<string> _order = [];

    /// <summary>A name for a page that is new.</summary>
    public static string NewId() => Convert.ToHexString(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>Remembers a page.</summary>
    public void Add(RenderedPage page)
    {
        lock (_pages)
        {
            _pages[page.Id] = page;
            _order.Enqueue(page.Id);
            while (_order.Count > Capacity)
            {
                _pages.Remove(_order.Dequeue());
            }
        }
    }

    /// <summary>A page was fetched again: what it is rendered from may be something else by now. It has its own text itself.</summary>
    public void Renew(RenderedPage page)
    {
        lock (_pages)
        {
            if (!_pages.TryAdd(page.Id, page))
            {
                _pages[page.Id] = page;
                return;
            }
        }

        Add(page);
    }

    /// <summary>A page; null where it is not remembered.</summary>
    public RenderedPage? Find(string id)
    {
        lock (_pages)
        {
            return _pages.GetValueOrDefault(id);
        }
    }
}
