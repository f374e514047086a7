namespace HotReload.Agent.State.Collections;

/// <summary>Which codec is for which collection.</summary>
static class CodecCatalog
{
    /// <summary>The codec of a type; null where it is no known collection.</summary>
    public static CollectionCodec? Find(Type type)
    {
        if (type.FullName == "System.Text.StringBuilder")
        {
            return new BuilderCodec();
        }

        if (!type.IsConstructedGenericType)
        {
            return null;
        }

        var name = type.GetGenericTypeDefinition().FullName;
        var arguments = type.GetGenericArguments();
        return IsList(name) ? Make(typeof(ListCodec<,>), arguments[0], type)
            : CodecOf(name) is { } codec ? Make(codec, arguments)
            : null;
    }

    static CollectionCodec Make(Type codec, params Type[] arguments) => (CollectionCodec)Activator.CreateInstance(codec.MakeGenericType(arguments))!;

    static bool IsList(string? definition) => definition is "System.Collections.Generic.List`1" or "System.Collections.Generic.LinkedList`1"
        or "System.Collections.ObjectModel.Collection`1" or "System.Collections.ObjectModel.ObservableCollection`1";

    static Type? CodecOf(string? definition) => definition switch
    {
        "System.Collections.Generic.Queue`1" => typeof(QueueCodec<>),
        "System.Collections.Generic.Stack`1" => typeof(StackCodec<>),
        "System.Collections.Generic.HashSet`1" => typeof(HashSetCodec<>),
        "System.Collections.Generic.SortedSet`1" => typeof(SortedSetCodec<>),
        "System.Collections.Generic.Dictionary`2" => typeof(HashCodec<,>),
        "System.Collections.Generic.SortedDictionary`2" => typeof(SortedCodec<,>),
        "System.Collections.Generic.SortedList`2" => typeof(SortedListCodec<,>),
        "System.Collections.Generic.PriorityQueue`2" => typeof(PriorityQueueCodec<,>),
        "System.Collections.Concurrent.ConcurrentDictionary`2" => typeof(ConcurrentCodec<,>),
        "System.Collections.Concurrent.ConcurrentQueue`1" => typeof(ConcurrentQueueCodec<>),
        "System.Collections.Concurrent.ConcurrentStack`1" => typeof(ConcurrentStackCodec<>),
        "System.Collections.Concurrent.ConcurrentBag`1" => typeof(ConcurrentBagCodec<>),
        "System.Collections.Immutable.ImmutableArray`1" => typeof(ImmutableArrayCodec<>),
        "System.Collections.Immutable.ImmutableList`1" => typeof(ImmutableListCodec<>),
        "System.Collections.Immutable.ImmutableQueue`1" => typeof(ImmutableQueueCodec<>),
        "System.Collections.Immutable.ImmutableStack`1" => typeof(ImmutableStackCodec<>),
        "System.Collections.Immutable.ImmutableHashSet`1" => typeof(ImmutableHashSetCodec<>),
        "System.Collections.Immutable.ImmutableSortedSet`1" => typeof(ImmutableSortedSetCodec<>),
        "System.Collections.Immutable.ImmutableDictionary`2" => typeof(ImmutableDictionaryCodec<,>),
        "System.Collections.Immutable.ImmutableSortedDictionary`2" => typeof(ImmutableSortedDictionaryCodec<,>),
        _ => null,
    };
}
