using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HotReload.Testing.Editing;

/// <summary>What a program marks of its state, at some moment: to be compared with another.</summary>
/// <param name="places">By the name of its type, and for static members that of the member after it: what is there.</param>
public sealed class MarkedState(ImmutableSortedDictionary<string, JsonNode?> places)
{
    /// <summary>The names of the types that have any.</summary>
    public ImmutableArray<string> Types => [.. places.Keys];

    /// <summary>Reads what <c>hotReload/state</c> answers.</summary>
    /// <exception cref="JsonException">It is no such answer.</exception>
    public static MarkedState Parse(string json) => JsonNode.Parse(json) is JsonObject types
        ? new(types.ToImmutableSortedDictionary(type => type.Key, type => type.Value, StringComparer.Ordinal))
        : throw new JsonException("The state of a program is an object of types.");

    /// <summary>What a type holds: its members, or the fields of the singleton.</summary>
    public JsonNode? Find(string type) => places.GetValueOrDefault(type);

    /// <summary>The members that another state has otherwise, or not at all, as <c>type.member</c>.</summary>
    /// <param name="other">The other state.</param>
    public ImmutableArray<string> Differences(MarkedState other) =>
        [.. Types.Union(other.Types).Order(StringComparer.Ordinal).SelectMany(type => Differences(type, Find(type), other.Find(type)))];

    /// <summary>Fails where another state is not the same.</summary>
    /// <param name="other">The other state.</param>
    /// <param name="except">Types and members that the program itself changes all the time, as <see cref="Differences(MarkedState)"/> names them.</param>
    /// <exception cref="InvalidOperationException">It is another one; the message names the members.</exception>
    public void MustBe(MarkedState other, params ReadOnlySpan<string> except)
    {
        var ignored = except.ToArray();
        var differences = Differences(other).RemoveAll(difference => ignored.Any(name => difference == name || difference.StartsWith($"{name}.", StringComparison.Ordinal)));
        if (!differences.IsEmpty)
        {
            throw new InvalidOperationException($"The state is not what it was: {string.Join(", ", differences)}.");
        }
    }

    static IEnumerable<string> Differences(string type, JsonNode? one, JsonNode? other)
    {
        if (one is not JsonObject first || other is not JsonObject second)
        {
            return JsonNode.DeepEquals(one, other) ? [] : [type];
        }

        return first.Select(member => member.Key).Union(second.Select(member => member.Key))
            .Where(member => !first.ContainsKey(member) || !second.ContainsKey(member) || !JsonNode.DeepEquals(first[member], second[member]))
            .Select(member => $"{type}.{member}");
    }
}
