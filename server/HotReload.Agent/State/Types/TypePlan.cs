using HotReload.Agent.State.Collections;

namespace HotReload.Agent.State.Types;

/// <summary>What was found out about a type, once.</summary>
/// <param name="Type">The type.</param>
/// <param name="Name">Its name in state.</param>
/// <param name="Kind">How its values are carried.</param>
sealed record TypePlan(Type Type, string Name, PlanKind Kind)
{
    /// <summary>Why its values can't be carried; null where they can.</summary>
    public string? Refusal { get; init; }

    /// <summary>
    /// Why an object of it can't be made, though one that is there can be filled: what it derives from has state of its own. Null where
    /// it can.
    /// </summary>
    public string? NotMade { get; init; }

    /// <summary>Its fields, base types' first.</summary>
    public PlannedField[] Fields { get; init; } = [];

    /// <summary>How its elements are taken and put back, of a collection.</summary>
    public CollectionCodec? Codec { get; init; }

    /// <summary>The user's serializer, where there is one.</summary>
    public UserSerializer? Serializer { get; init; }

    /// <summary>The interface by which it saves itself, where it does.</summary>
    public Type? OwnState { get; init; }
}
