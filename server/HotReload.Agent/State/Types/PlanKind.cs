namespace HotReload.Agent.State.Types;

/// <summary>How values of a type are carried.</summary>
enum PlanKind
{
    /// <summary>Not at all; <see cref="TypePlan.Refusal"/> says why.</summary>
    Refused,
    Primitive,
    Text,
    Leaf,
    Enum,
    Array,
    Collection,
    Fields,
    Fresh,
    Serialized,
    Own,
}
