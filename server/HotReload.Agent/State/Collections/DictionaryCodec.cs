using System.Collections.Concurrent;

namespace HotReload.Agent.State.Collections;

/// <summary>What finds values by keys.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TValue">The values' type.</typeparam>
abstract class DictionaryCodec<TKey, TValue> : CollectionCodec
    where TKey : notnull
{
    public override Type[] ElementTypes => [typeof(TKey), typeof(TValue)];

    public override Array Snapshot(object collection) => Flatten((IEnumerable<KeyValuePair<TKey, TValue>>)collection);

    public override void Fill(object collection, IReadOnlyList<object?> elements)
    {
        var dictionary = (IDictionary<TKey, TValue>)collection;
        dictionary.Clear();
        foreach (var (key, value) in Pairs<TKey, TValue>(elements))
        {
            // Keys that have become equal by a change of the program: the last one counts.
            dictionary[key] = value;
        }
    }
}

sealed class HashCodec<TKey, TValue> : DictionaryCodec<TKey, TValue>
    where TKey : notnull
{
    public override Type ComparerType => typeof(IEqualityComparer<TKey>);

    public override object? ComparerOf(object collection) => Unless(EqualityComparer<TKey>.Default, ((Dictionary<TKey, TValue>)collection).Comparer);

    public override object Create(object? comparer) => new Dictionary<TKey, TValue>((IEqualityComparer<TKey>?)comparer);
}

sealed class ConcurrentCodec<TKey, TValue> : DictionaryCodec<TKey, TValue>
    where TKey : notnull
{
    public override Type ComparerType => typeof(IEqualityComparer<TKey>);

    public override object? ComparerOf(object collection) => Unless(EqualityComparer<TKey>.Default, ((ConcurrentDictionary<TKey, TValue>)collection).Comparer);

    public override object Create(object? comparer) =>
        new ConcurrentDictionary<TKey, TValue>((IEqualityComparer<TKey>?)comparer ?? EqualityComparer<TKey>.Default);
}

sealed class SortedCodec<TKey, TValue> : DictionaryCodec<TKey, TValue>
    where TKey : notnull
{
    public override Type ComparerType => typeof(IComparer<TKey>);

    public override object? ComparerOf(object collection) => Unless(Comparer<TKey>.Default, ((SortedDictionary<TKey, TValue>)collection).Comparer);

    public override object Create(object? comparer) => new SortedDictionary<TKey, TValue>((IComparer<TKey>?)comparer);
}

sealed class SortedListCodec<TKey, TValue> : DictionaryCodec<TKey, TValue>
    where TKey : notnull
{
    public override Type ComparerType => typeof(IComparer<TKey>);

    public override object? ComparerOf(object collection) => Unless(Comparer<TKey>.Default, ((SortedList<TKey, TValue>)collection).Comparer);

    public override object Create(object? comparer) => new SortedList<TKey, TValue>((IComparer<TKey>?)comparer);
}

/// <summary>A queue with an order of its own; elements and priorities follow each other.</summary>
sealed class PriorityQueueCodec<TElement, TPriority> : CollectionCodec
{
    public override Type[] ElementTypes => [typeof(TElement), typeof(TPriority)];

    public override Type ComparerType => typeof(IComparer<TPriority>);

    public override Array Snapshot(object collection)
    {
        var flat = new List<object?>();
        foreach (var (element, priority) in ((PriorityQueue<TElement, TPriority>)collection).UnorderedItems)
        {
            flat.Add(element);
            flat.Add(priority);
        }

        return flat.ToArray();
    }

    public override object? ComparerOf(object collection) => Unless(Comparer<TPriority>.Default, ((PriorityQueue<TElement, TPriority>)collection).Comparer);

    public override object Create(object? comparer) => new PriorityQueue<TElement, TPriority>((IComparer<TPriority>?)comparer);

    public override void Fill(object collection, IReadOnlyList<object?> elements)
    {
        var queue = (PriorityQueue<TElement, TPriority>)collection;
        queue.Clear();
        foreach (var (element, priority) in Pairs<TElement, TPriority>(elements))
        {
            queue.Enqueue(element, priority);
        }
    }
}
