using System.Collections;

namespace HotReload.Agent.State.Collections;

/// <summary>Takes the elements out of one kind of collection and puts them into another. Knows the elements' types, not their meaning.</summary>
abstract class CollectionCodec
{
    /// <summary>The types of an element: one, or a key's and a value's.</summary>
    public abstract Type[] ElementTypes { get; }

    /// <summary>
    /// A copy of the elements: an array of the element type for a list, for dictionaries an <c>object?[]</c> of keys and values in turn.
    /// May throw while other threads change the collection.
    /// </summary>
    public abstract Array Snapshot(object collection);

    /// <summary>What compares the elements; null where nothing does, or the default.</summary>
    public virtual object? ComparerOf(object collection) => null;

    /// <summary>The type of a comparer; null where there is none.</summary>
    public virtual Type? ComparerType => null;

    /// <summary>An empty collection; null for one that can't be changed once it is made.</summary>
    public abstract object? Create(object? comparer);

    /// <summary>Empties and fills a collection of <see cref="Create"/>, or one that the program made.</summary>
    public virtual void Fill(object collection, IReadOnlyList<object?> elements) => throw new NotSupportedException();

    /// <summary>Makes a collection that can't be changed.</summary>
    public virtual object Build(IReadOnlyList<object?> elements, object? comparer) => throw new NotSupportedException();

    /// <summary>A comparer, or null where it is what the collection takes when it is given none.</summary>
    protected static object? Unless(object usual, object? comparer) => usual.Equals(comparer) ? null : comparer;

    /// <summary>Elements, cast one by one.</summary>
    protected static IEnumerable<T> Cast<T>(IReadOnlyList<object?> elements)
    {
        foreach (var element in elements)
        {
            yield return (T)element!;
        }
    }

    /// <summary>Keys and values that follow each other, as pairs.</summary>
    protected static IEnumerable<KeyValuePair<TKey, TValue>> Pairs<TKey, TValue>(IReadOnlyList<object?> elements)
    {
        for (var i = 0; i + 1 < elements.Count; i += 2)
        {
            yield return new((TKey)elements[i]!, (TValue)elements[i + 1]!);
        }
    }

    /// <summary>Pairs as keys and values that follow each other.</summary>
    protected static object?[] Flatten<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> pairs)
    {
        var flat = new List<object?>();
        foreach (var (key, value) in pairs)
        {
            flat.Add(key);
            flat.Add(value);
        }

        return flat.ToArray();
    }

    /// <summary>The elements of anything that can be walked.</summary>
    protected static T[] Walk<T>(object collection)
    {
        var list = new List<T>();
        foreach (var element in (IEnumerable)collection)
        {
            list.Add((T)element!);
        }

        return list.ToArray();
    }
}
