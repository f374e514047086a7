namespace HotReload.Agent.State.Collections;

sealed class SortedSetCodec<T> : CollectionCodec
{
    public override Type[] ElementTypes => [typeof(T)];

    public override Type ComparerType => typeof(IComparer<T>);

    public override Array Snapshot(object collection) => Walk<T>(collection);

    public override object? ComparerOf(object collection) => Unless(Comparer<T>.Default, ((SortedSet<T>)collection).Comparer);

    public override object Create(object? comparer) => new SortedSet<T>((IComparer<T>?)comparer);

    public override void Fill(object collection, IReadOnlyList<object?> elements)
    {
        var set = (SortedSet<T>)collection;
        set.Clear();
        set.UnionWith(Cast<T>(elements));
    }
}
