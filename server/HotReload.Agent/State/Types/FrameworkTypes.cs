namespace HotReload.Agent.State.Types;

/// <summary>The closed list of what is taken from the base class library: no other type of it is ever made from a file's word.</summary>
static class FrameworkTypes
{
    const string Core = "System.Private.CoreLib";
    const string Collections = "System.Collections";
    const string Concurrent = "System.Collections.Concurrent";
    const string Immutable = "System.Collections.Immutable";

    static readonly Dictionary<string, string> s_homes = new(StringComparer.Ordinal)
    {
        ["System.Object"] = Core, ["System.String"] = Core, ["System.Boolean"] = Core, ["System.Char"] = Core,
        ["System.SByte"] = Core, ["System.Byte"] = Core, ["System.Int16"] = Core, ["System.UInt16"] = Core,
        ["System.Int32"] = Core, ["System.UInt32"] = Core, ["System.Int64"] = Core, ["System.UInt64"] = Core,
        ["System.Single"] = Core, ["System.Double"] = Core, ["System.Decimal"] = Core, ["System.Half"] = Core,
        ["System.Int128"] = Core, ["System.UInt128"] = Core, ["System.Guid"] = Core, ["System.DateTime"] = Core,
        ["System.DateTimeOffset"] = Core, ["System.TimeSpan"] = Core, ["System.DateOnly"] = Core, ["System.TimeOnly"] = Core,
        ["System.Version"] = Core, ["System.Text.Rune"] = Core, ["System.Text.StringBuilder"] = Core,
        ["System.Globalization.CultureInfo"] = Core, ["System.Random"] = Core, ["System.Threading.Lock"] = Core,
        ["System.DayOfWeek"] = Core, ["System.DateTimeKind"] = Core, ["System.StringComparison"] = Core,
        ["System.Uri"] = "System.Private.Uri", ["System.Numerics.BigInteger"] = "System.Runtime.Numerics",
        ["System.Net.IPAddress"] = "System.Net.Primitives",
        ["System.Nullable`1"] = Core, ["System.Collections.Generic.KeyValuePair`2"] = Core,
        ["System.Tuple`1"] = Core, ["System.Tuple`2"] = Core, ["System.Tuple`3"] = Core, ["System.Tuple`4"] = Core,
        ["System.ValueTuple"] = Core, ["System.ValueTuple`1"] = Core, ["System.ValueTuple`2"] = Core, ["System.ValueTuple`3"] = Core,
        ["System.ValueTuple`4"] = Core, ["System.ValueTuple`5"] = Core, ["System.ValueTuple`6"] = Core, ["System.ValueTuple`7"] = Core,
        ["System.Collections.Generic.List`1"] = Core, ["System.Collections.Generic.Dictionary`2"] = Core,
        ["System.Collections.Generic.HashSet`1"] = Core, ["System.Collections.Generic.Queue`1"] = Core,
        ["System.Collections.ObjectModel.ObservableCollection`1"] = "System.ObjectModel",
        ["System.Collections.ObjectModel.Collection`1"] = Core,
        ["System.Collections.Generic.Stack`1"] = Collections, ["System.Collections.Generic.LinkedList`1"] = Collections,
        ["System.Collections.Generic.SortedDictionary`2"] = Collections, ["System.Collections.Generic.SortedList`2"] = Collections,
        ["System.Collections.Generic.SortedSet`1"] = Collections, ["System.Collections.Generic.PriorityQueue`2"] = Collections,
        ["System.Collections.Concurrent.ConcurrentDictionary`2"] = Concurrent,
        ["System.Collections.Concurrent.ConcurrentQueue`1"] = Core,
        ["System.Collections.Concurrent.ConcurrentStack`1"] = Concurrent,
        ["System.Collections.Concurrent.ConcurrentBag`1"] = Concurrent,
        ["System.Collections.Immutable.ImmutableArray`1"] = Immutable, ["System.Collections.Immutable.ImmutableList`1"] = Immutable,
        ["System.Collections.Immutable.ImmutableHashSet`1"] = Immutable, ["System.Collections.Immutable.ImmutableSortedSet`1"] = Immutable,
        ["System.Collections.Immutable.ImmutableDictionary`2"] = Immutable,
        ["System.Collections.Immutable.ImmutableSortedDictionary`2"] = Immutable,
        ["System.Collections.Immutable.ImmutableQueue`1"] = Immutable, ["System.Collections.Immutable.ImmutableStack`1"] = Immutable,
    };

    /// <summary>Whether a type, or the definition of a generic one, is in the list.</summary>
    public static bool Holds(Type type) =>
        type.FullName is { } name && s_homes.TryGetValue(name, out var home) && (home == type.Assembly.GetName().Name || IsMoved(type));

    /// <summary>The type of a name of the list; null where it is not in it, or this runtime does not have it.</summary>
    public static Type? Find(string name) =>
        s_homes.TryGetValue(name, out var home) ? Type.GetType(name + ", " + home, throwOnError: false) : null;

    // Between versions of the runtime types move from one of its assemblies to another.
    static bool IsMoved(Type type) => Find(type.FullName!) == type;
}
