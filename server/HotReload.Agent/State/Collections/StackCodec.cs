using System.Collections.Concurrent;

namespace HotReload.Agent.State.Collections;

/// <summary>Last in, first out: the last that comes out is put in first.</summary>
/// <typeparam name="T">The element type.</typeparam>
abstract class LastFirstCodec<T> : SequenceCodec<T>
{
    protected sealed override IEnumerable<object?> Order(IReadOnlyList<object?> elements)
    {
        for (var i = elements.Count - 1; i >= 0; i--)
        {
            yield return elements[i];
        }
    }
}

sealed class StackCodec<T> : LastFirstCodec<T>
{
    public override Array Snapshot(object collection) => ((Stack<T>)collection).ToArray();

    public override object Create(object? comparer) => new Stack<T>();

    protected override void Clear(object collection) => ((Stack<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((Stack<T>)collection).Push(element);
}

sealed class ConcurrentStackCodec<T> : LastFirstCodec<T>
{
    public override Array Snapshot(object collection) => ((ConcurrentStack<T>)collection).ToArray();

    public override object Create(object? comparer) => new ConcurrentStack<T>();

    protected override void Clear(object collection) => ((ConcurrentStack<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((ConcurrentStack<T>)collection).Push(element);
}

sealed class ConcurrentBagCodec<T> : LastFirstCodec<T>
{
    public override Array Snapshot(object collection) => ((ConcurrentBag<T>)collection).ToArray();

    public override object Create(object? comparer) => new ConcurrentBag<T>();

    protected override void Clear(object collection) => ((ConcurrentBag<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((ConcurrentBag<T>)collection).Add(element);
}
