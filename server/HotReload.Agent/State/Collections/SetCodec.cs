namespace HotReload.Agent.State.Collections;

/// <summary>Sets, whatever compares their elements.</summary>
/// <typeparam name="T">The element type.</typeparam>
abstract class SetCodec<T> : CollectionCodec
{
    public override Type[] ElementTypes => [typeof(T)];

    public override Array Snapshot(object collection) => Walk<T>(collection);

    public override void Fill(object collection, IReadOnlyList<object?> elements)
    {
        var set = (ISet<T>)collection;
        set.Clear();
        set.UnionWith(Cast<T>(elements));
    }
}

sealed class HashSetCodec<T> : SetCodec<T>
{
    public override Type ComparerType => typeof(IEqualityComparer<T>);

    public override object? ComparerOf(object collection) => Unless(EqualityComparer<T>.Default, ((HashSet<T>)collection).Comparer);

    public override object Create(object? comparer) => new HashSet<T>((IEqualityComparer<T>?)comparer);
}

sealed class SortedSetCodec<T> : SetCodec<T>
{
    public override Type ComparerType => typeof(IComparer<T>);

    public override object? ComparerOf(object collection) => Unless(Comparer<T>.Default, ((SortedSet<T>)collection).Comparer);

    public override object Create(object? comparer) => new SortedSet<T>((IComparer<T>?)comparer);
}
