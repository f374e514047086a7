using System.Collections.Immutable;

namespace HotReload.Lsp.Support;

/// <summary>The newest of many; the older ones go. Safe on any thread.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class Ring<T>(int capacity)
{
    readonly Lock _gate = new();
    readonly Queue<T> _items = new(capacity);

    /// <summary>Those that are kept, the oldest first.</summary>
    public ImmutableArray<T> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _items];
            }
        }
    }

    /// <summary>Keeps one more.</summary>
    public void Add(T item)
    {
        lock (_gate)
        {
            if (_items.Count == capacity)
            {
                _items.Dequeue();
            }

            _items.Enqueue(item);
        }
    }
}
