using System.Collections.Concurrent;

namespace HotReload.Agent.State.Collections;

sealed class QueueCodec<T> : SequenceCodec<T>
{
    public override Array Snapshot(object collection) => ((Queue<T>)collection).ToArray();

    public override object Create(object? comparer) => new Queue<T>();

    protected override void Clear(object collection) => ((Queue<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((Queue<T>)collection).Enqueue(element);
}

sealed class ConcurrentQueueCodec<T> : SequenceCodec<T>
{
    public override Array Snapshot(object collection) => ((ConcurrentQueue<T>)collection).ToArray();

    public override object Create(object? comparer) => new ConcurrentQueue<T>();

    protected override void Clear(object collection) => ((ConcurrentQueue<T>)collection).Clear();

    protected override void Add(object collection, T element) => ((ConcurrentQueue<T>)collection).Enqueue(element);
}
