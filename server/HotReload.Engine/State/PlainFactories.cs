using System.Collections.Frozen;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.State;

/// <summary>The framework's types whose static members make or name a value and do nothing else.</summary>
internal static class PlainFactories
{
    static readonly FrozenSet<string> s_types = FrozenSet.ToFrozenSet(
    [
        "System.Array", "System.Buffers.ArrayPool", "System.Collections.Generic.Comparer", "System.Collections.Generic.EqualityComparer",
        "System.Collections.Immutable.ImmutableArray", "System.Collections.Immutable.ImmutableDictionary",
        "System.Collections.Immutable.ImmutableHashSet", "System.Collections.Immutable.ImmutableList",
        "System.Collections.Immutable.ImmutableQueue", "System.Collections.Immutable.ImmutableSortedDictionary",
        "System.Collections.Immutable.ImmutableSortedSet", "System.Collections.Immutable.ImmutableStack", "System.DateOnly", "System.DateTime",
        "System.DateTimeOffset", "System.Decimal", "System.Diagnostics.Stopwatch", "System.Double", "System.Globalization.CultureInfo",
        "System.Guid", "System.Linq.Enumerable", "System.Numerics.BigInteger", "System.Random", "System.ReadOnlyMemory", "System.Memory",
        "System.String", "System.StringComparer", "System.Text.Encoding", "System.Text.Json.JsonEncodedText", "System.Threading.CancellationToken",
        "System.Threading.Channels.Channel", "System.Threading.Tasks.Task", "System.TimeOnly", "System.TimeProvider", "System.TimeSpan",
    ]);

    /// <summary>Whether a static member may be asked for its value once more.</summary>
    public static bool Has(ISymbol member) =>
        member is { IsStatic: true, DeclaredAccessibility: Accessibility.Public, ContainingType: { ContainingType: null } type }
        && s_types.Contains($"{type.ContainingNamespace.ToDisplayString()}.{type.Name}");
}
