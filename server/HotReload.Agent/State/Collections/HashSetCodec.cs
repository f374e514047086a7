namespace HotReload.Agent.State.Collections;

sealed class HashSetCodec<T> : CollectionCodec
{
    public override Type[] ElementTypes => [typeof(T)];

    public override Type ComparerType => typeof(IEqualityComparer<T>);

    public override Array Snapshot(object collection) => Walk<T>(collection);

    public override object? ComparerOf(object collection) => Unless(EqualityComparer<T>.Default, ((HashSet<T>)collection).Comparer);

    public override object Create(object? comparer) => new HashSet<T>((IEqualityComparer<T>?)comparer);

    public override void Fill(object collection, IReadOnlyList<object?> elements)
    {
        var set = (HashSet<T>)collection;
        set.Clear();
        set.UnionWith(Cast<T>(elements));
    }
}
