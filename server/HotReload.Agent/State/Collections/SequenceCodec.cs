using System.Collections.Concurrent;
using System.Collections.ObjectModel;

namespace HotReload.Agent.State.Collections;

/// <summary>Lists, queues and stacks: what keeps an order and compares nothing.</summary>
/// <typeparam name="T">The element type.</typeparam>
abstract class SequenceCodec<T> : CollectionCodec
{
    public override Type[] ElementTypes => [typeof(T)];

    public override Array Snapshot(object collection) => Walk<T>(collection);

    public override void Fill(object collection, IReadOnlyList<object?> elements)
    {
        Clear(collection);
        foreach (var element in Order(elements))
        {
            Add(collection, (T)element!);
        }
    }

    /// <summary>The elements in the order in which they are added, so that they come out as they did.</summary>
    protected virtual IEnumerable<object?> Order(IReadOnlyList<object?> elements) => elements;

    protected abstract void Clear(object collection);

    protected abstract void Add(object collection, T element);

    /// <summary>Last in, first out: the last that comes out is put in first.</summary>
    protected static IEnumerable<object?> Reverse(IReadOnlyList<object?> elements)
    {
        for (var i = elements.Count - 1; i >= 0; i--)
        {
            yield return elements[i];
        }
    }
}

sealed class ListCodec<T> : SequenceCodec<T>
{
    public override Array Snapshot(object collection) => ((List<T>)collection).ToArray();

    public override object Create(object? comparer) => new List<T>();

    protected override void Clear(object collection) => ((List<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((List<T>)collection).Add(element);
}

sealed class CollectionOfCodec<T> : SequenceCodec<T>
{
    public override object Create(object? comparer) => new Collection<T>();

    protected override void Clear(object collection) => ((Collection<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((Collection<T>)collection).Add(element);
}

sealed class ObservableCodec<T> : SequenceCodec<T>
{
    public override object Create(object? comparer) => new ObservableCollection<T>();

    protected override void Clear(object collection) => ((ObservableCollection<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((ObservableCollection<T>)collection).Add(element);
}

sealed class QueueCodec<T> : SequenceCodec<T>
{
    public override Array Snapshot(object collection) => ((Queue<T>)collection).ToArray();

    public override object Create(object? comparer) => new Queue<T>();

    protected override void Clear(object collection) => ((Queue<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((Queue<T>)collection).Enqueue(element);
}

sealed class StackCodec<T> : SequenceCodec<T>
{
    public override Array Snapshot(object collection) => ((Stack<T>)collection).ToArray();

    public override object Create(object? comparer) => new Stack<T>();

    protected override IEnumerable<object?> Order(IReadOnlyList<object?> elements) => Reverse(elements);

    protected override void Clear(object collection) => ((Stack<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((Stack<T>)collection).Push(element);
}

sealed class LinkedListCodec<T> : SequenceCodec<T>
{
    public override object Create(object? comparer) => new LinkedList<T>();

    protected override void Clear(object collection) => ((LinkedList<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((LinkedList<T>)collection).AddLast(element);
}

sealed class ConcurrentQueueCodec<T> : SequenceCodec<T>
{
    public override Array Snapshot(object collection) => ((ConcurrentQueue<T>)collection).ToArray();

    public override object Create(object? comparer) => new ConcurrentQueue<T>();

    protected override void Clear(object collection) => ((ConcurrentQueue<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((ConcurrentQueue<T>)collection).Enqueue(element);
}

sealed class ConcurrentStackCodec<T> : SequenceCodec<T>
{
    public override Array Snapshot(object collection) => ((ConcurrentStack<T>)collection).ToArray();

    public override object Create(object? comparer) => new ConcurrentStack<T>();

    protected override IEnumerable<object?> Order(IReadOnlyList<object?> elements) => Reverse(elements);

    protected override void Clear(object collection) => ((ConcurrentStack<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((ConcurrentStack<T>)collection).Push(element);
}

sealed class ConcurrentBagCodec<T> : SequenceCodec<T>
{
    public override Array Snapshot(object collection) => ((ConcurrentBag<T>)collection).ToArray();

    public override object Create(object? comparer) => new ConcurrentBag<T>();

    protected override IEnumerable<object?> Order(IReadOnlyList<object?> elements) => Reverse(elements);

    protected override void Clear(object collection) => ((ConcurrentBag<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((ConcurrentBag<T>)collection).Add(element);
}
