using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Restore;

/// <summary>A shape of the file beside the type that the program has for it now.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Plan">The type's plan; null where there is no such type any more.</param>
/// <param name="Fields">For each field of the type the place of its value among the shape's; -1 where it has none.</param>
sealed record ShapeBinding(StateShape Shape, TypePlan? Plan, int[] Fields)
{
    /// <summary>Why nothing can be made of the shape's objects; null where something can.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether fields have come, gone or changed their types since.</summary>
    public bool HasChanged { get; init; }

    /// <summary>The user's own way from the old shape to the new; null where there is none.</summary>
    public Migration? Migration { get; init; }
}
