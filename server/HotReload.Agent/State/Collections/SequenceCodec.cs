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
}
