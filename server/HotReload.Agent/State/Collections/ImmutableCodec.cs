using System.Collections.Immutable;

namespace HotReload.Agent.State.Collections;

/// <summary>Collections that are made whole and never change.</summary>
/// <typeparam name="T">The element type.</typeparam>
abstract class ImmutableCodec<T> : CollectionCodec
{
    public override Type[] ElementTypes => [typeof(T)];

    public override Array Snapshot(object collection) => Walk<T>(collection);

    public override object? Create(object? comparer) => null;
}

sealed class ImmutableArrayCodec<T> : ImmutableCodec<T>
{
    public override Array Snapshot(object collection) => ((ImmutableArray<T>)collection) is { IsDefault: false } array ? Walk<T>(array) : [];

    public override object Build(IReadOnlyList<object?> elements, object? comparer) => ImmutableArray.CreateRange(Cast<T>(elements));
}

sealed class ImmutableListCodec<T> : ImmutableCodec<T>
{
    public override object Build(IReadOnlyList<object?> elements, object? comparer) => ImmutableList.CreateRange(Cast<T>(elements));
}

sealed class ImmutableQueueCodec<T> : ImmutableCodec<T>
{
    public override object Build(IReadOnlyList<object?> elements, object? comparer) => ImmutableQueue.CreateRange(Cast<T>(elements));
}

sealed class ImmutableStackCodec<T> : ImmutableCodec<T>
{
    public override object Build(IReadOnlyList<object?> elements, object? comparer)
    {
        var stack = ImmutableStack<T>.Empty;
        for (var i = elements.Count - 1; i >= 0; i--)
        {
            stack = stack.Push((T)elements[i]!);
        }

        return stack;
    }
}

sealed class ImmutableHashSetCodec<T> : ImmutableCodec<T>
{
    public override Type ComparerType => typeof(IEqualityComparer<T>);

    public override object? ComparerOf(object collection) => Unless(EqualityComparer<T>.Default, ((ImmutableHashSet<T>)collection).KeyComparer);

    public override object Build(IReadOnlyList<object?> elements, object? comparer) =>
        ImmutableHashSet.CreateRange((IEqualityComparer<T>?)comparer, Cast<T>(elements));
}

sealed class ImmutableSortedSetCodec<T> : ImmutableCodec<T>
{
    public override Type ComparerType => typeof(IComparer<T>);

    public override object? ComparerOf(object collection) => Unless(Comparer<T>.Default, ((ImmutableSortedSet<T>)collection).KeyComparer);

    public override object Build(IReadOnlyList<object?> elements, object? comparer) =>
        ImmutableSortedSet.CreateRange((IComparer<T>?)comparer, Cast<T>(elements));
}

sealed class ImmutableDictionaryCodec<TKey, TValue> : CollectionCodec
    where TKey : notnull
{
    public override Type[] ElementTypes => [typeof(TKey), typeof(TValue)];

    public override Type ComparerType => typeof(IEqualityComparer<TKey>);

    public override Array Snapshot(object collection) => Flatten((ImmutableDictionary<TKey, TValue>)collection);

    public override object? ComparerOf(object collection) => Unless(EqualityComparer<TKey>.Default, ((ImmutableDictionary<TKey, TValue>)collection).KeyComparer);

    public override object? Create(object? comparer) => null;

    public override object Build(IReadOnlyList<object?> elements, object? comparer) =>
        ImmutableDictionary.Create<TKey, TValue>((IEqualityComparer<TKey>?)comparer).SetItems(Pairs<TKey, TValue>(elements));
}

sealed class ImmutableSortedDictionaryCodec<TKey, TValue> : CollectionCodec
    where TKey : notnull
{
    public override Type[] ElementTypes => [typeof(TKey), typeof(TValue)];

    public override Type ComparerType => typeof(IComparer<TKey>);

    public override Array Snapshot(object collection) => Flatten((ImmutableSortedDictionary<TKey, TValue>)collection);

    public override object? ComparerOf(object collection) => Unless(Comparer<TKey>.Default, ((ImmutableSortedDictionary<TKey, TValue>)collection).KeyComparer);

    public override object? Create(object? comparer) => null;

    public override object Build(IReadOnlyList<object?> elements, object? comparer) =>
        ImmutableSortedDictionary.Create<TKey, TValue>((IComparer<TKey>?)comparer).SetItems(Pairs<TKey, TValue>(elements));
}
