using HotReload.Agent.Contract;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Checks;

/// <summary>What was found at the places of one type.</summary>
sealed class TypeCheck(Type type)
{
    readonly List<string> _members = [];
    int _values;

    /// <summary>The type.</summary>
    public Type Type => type;

    /// <summary>The worst of its places.</summary>
    public AgentCheckOutcome Outcome { get; private set; }

    /// <summary>Adds a place.</summary>
    public void Add(PlaceLook look, bool isSame)
    {
        _values += look.Values;
        var outcome = !isSame ? AgentCheckOutcome.Changed : look.IsComplete ? AgentCheckOutcome.Same : AgentCheckOutcome.Partly;
        Outcome = outcome > Outcome ? outcome : Outcome;
        if (outcome == AgentCheckOutcome.Changed && look.Place.Field is { } field)
        {
            _members.Add(FieldNames.Of(field));
        }
    }

    /// <summary>What is told.</summary>
    /// <param name="name">What people call the type.</param>
    public AgentStateCheck Result(string name) =>
        new(type.Assembly.GetName().Name ?? "", type.FullName ?? type.Name, name, Outcome, _values, _members);
}
