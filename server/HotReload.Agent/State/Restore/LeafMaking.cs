using HotReload.Agent.Contract;
using HotReload.Agent.State.Capture;
using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Restore;

/// <summary>Makes what is no object of a graph: numbers, texts, and types with a text of their own.</summary>
sealed class LeafMaking(Binder binder, StateNotes notes)
{
    /// <summary>The value; <see cref="Lost.Value"/> where it can't be had.</summary>
    public object? Make(StateValue value)
    {
        if (value.Kind is not (ValueKind.Leaf or ValueKind.Enum))
        {
            return value.Kind is ValueKind.Missing ? Lost.Value : value.ToPrimitive();
        }

        var binding = binder.Of(value.Shape);
        if (value.Kind == ValueKind.Enum && binding.Plan is null)
        {
            return new UnboundEnum(binding.Shape.Type, value.Content!);
        }

        if (binding is not { Plan: { Kind: PlanKind.Leaf or PlanKind.Enum } plan })
        {
            notes.Add(binding.Shape.Type, "", AgentStateFate.Lost, binding.Refusal ?? "it is another kind of type now");
            return Lost.Value;
        }

        try
        {
            return plan.Kind == PlanKind.Leaf ? LeafTypes.Parse(plan.Type, value.Content!)
                : Enum.TryParse(plan.Type, value.Content, out var named) ? named
                : throw new FormatException();
        }
        catch (FormatException)
        {
            notes.Add(binding.Shape.Type, "", AgentStateFate.Lost, $"it has no value '{value.Content}'");
            return Lost.Value;
        }
    }
}
