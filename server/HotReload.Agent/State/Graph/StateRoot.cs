namespace HotReload.Agent.State.Graph;

/// <summary>Where a graph begins: a place in the program that holds state.</summary>
/// <param name="Form">What kind of place.</param>
/// <param name="Type">The name of the type that declares the field, or of the service; see <see cref="Types.TypeNames"/>.</param>
/// <param name="Member">The field's name; for a service its key, empty where it has none.</param>
/// <param name="MemberType">The name of the field's type.</param>
/// <param name="Value">What it holds.</param>
sealed record StateRoot(RootForm Form, string Type, string Member, string MemberType, StateValue Value);
