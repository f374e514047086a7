namespace HotReload.Agent.State.Collections;

/// <summary>Whatever adds at its end: lists, linked lists, collections.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TList">The collection's type.</typeparam>
sealed class ListCodec<T, TList> : SequenceCodec<T>
    where TList : class, ICollection<T>, new()
{
    public override Array Snapshot(object collection)
    {
        var list = (TList)collection;
        var elements = new T[list.Count];
        list.CopyTo(elements, 0);
        return elements;
    }

    public override object Create(object? comparer) => new TList();

    protected override void Clear(object collection) => ((TList)collection).Clear();

    protected override void Add(object collection, T element) => ((TList)collection).Add(element);
}
