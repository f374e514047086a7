using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Capture;

/// <summary>The shapes of a graph that is being built, each once.</summary>
sealed class ShapeTable
{
    readonly Dictionary<Type, int> _numbers = [];
    readonly Dictionary<string, int> _own = new(StringComparer.Ordinal);

    public List<StateShape> All { get; } = [];

    /// <summary>The number of a type's shape.</summary>
    public int Of(TypePlan plan) => Of(plan, plan.Kind switch
    {
        PlanKind.Array => ShapeForm.Array,
        PlanKind.Collection => ShapeForm.Collection,
        PlanKind.Fresh => ShapeForm.Fresh,
        PlanKind.Serialized => ShapeForm.Serialized,
        PlanKind.Own => ShapeForm.Own,
        _ => ShapeForm.Fields,
    });

    /// <summary>The number of a type's shape in a form.</summary>
    public int Of(TypePlan plan, ShapeForm form)
    {
        if (_numbers.TryGetValue(plan.Type, out var number))
        {
            return number;
        }

        _numbers.Add(plan.Type, number = All.Count);
        All.Add(new(
            plan.Name, form, Array.ConvertAll(plan.Fields, field => field.Name), Array.ConvertAll(plan.Fields, field => field.TypeName)));
        return number;
    }

    /// <summary>The number of the shape of an object that saved these values by itself.</summary>
    public int Own(TypePlan plan, string[] fields)
    {
        var key = plan.Name + "\n" + string.Join('\n', fields);
        if (!_own.TryGetValue(key, out var number))
        {
            _own.Add(key, number = All.Count);
            All.Add(new(plan.Name, ShapeForm.Own, fields, Array.ConvertAll(fields, _ => "")));
        }

        return number;
    }
}
