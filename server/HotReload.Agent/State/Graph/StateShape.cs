namespace HotReload.Agent.State.Graph;

/// <summary>A type as it was when the state was taken.</summary>
/// <param name="Type">Its name; see <see cref="Types.TypeNames"/>.</param>
/// <param name="Form">How its objects are laid out.</param>
/// <param name="Fields">The names of the fields; empty where it has none that are carried.</param>
/// <param name="FieldTypes">The names of their types, in the same order.</param>
sealed record StateShape(string Type, ShapeForm Form, string[] Fields, string[] FieldTypes)
{
    public StateShape(string type, ShapeForm form)
        : this(type, form, [], [])
    {
    }
}
