using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Restore;

/// <summary>Finds for each shape of a file what the program has for it now.</summary>
sealed class Binder(StateGraph graph, TypePlans plans, TypeResolver resolver, Migrations migrations)
{
    readonly ShapeBinding?[] _bindings = new ShapeBinding?[graph.Shapes.Count];

    /// <summary>The binding of a shape, by its number.</summary>
    public ShapeBinding Of(int shape) => _bindings[shape] ??= Bind(graph.Shapes[shape]);

    ShapeBinding Bind(StateShape shape)
    {
        if (resolver.Find(shape.Type) is not { } type)
        {
            return new(shape, null, []) { Refusal = "there is no such type any more; [PreviousName] on another says that it has taken its place" };
        }

        var plan = plans.Of(type);
        if (plan.Refusal is { } refusal)
        {
            return new(shape, plan, []) { Refusal = refusal };
        }

        if (FormOf(plan.Kind) != shape.Form)
        {
            return new(shape, plan, []) { Refusal = "it is saved in another way now" };
        }

        var fields = Array.ConvertAll(plan.Fields, field => Place(shape, field));
        var changed = shape.Form == ShapeForm.Fields && !IsSame(shape, plan, fields);
        return new(shape, plan, fields) { HasChanged = changed, Migration = changed ? migrations.For(type) : null };
    }

    static ShapeForm FormOf(PlanKind kind) => kind switch
    {
        PlanKind.Array => ShapeForm.Array,
        PlanKind.Collection => ShapeForm.Collection,
        PlanKind.Fresh => ShapeForm.Fresh,
        PlanKind.Serialized => ShapeForm.Serialized,
        PlanKind.Own => ShapeForm.Own,
        PlanKind.Fields => ShapeForm.Fields,
        _ => ShapeForm.Value,
    };

    static int Place(StateShape shape, PlannedField field)
    {
        var place = Array.IndexOf(shape.Fields, field.Name);
        if (place >= 0)
        {
            return place;
        }

        foreach (var former in Marks.PreviousNames(FieldNames.Declared(field.Info)))
        {
            place = Array.IndexOf(shape.Fields, former);
            if (place >= 0)
            {
                return place;
            }
        }

        return -1;
    }

    static bool IsSame(StateShape shape, TypePlan plan, int[] places)
    {
        if (shape.Fields.Length != places.Length)
        {
            return false;
        }

        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] < 0 || shape.Fields[places[i]] != plan.Fields[i].Name || shape.FieldTypes[places[i]] != plan.Fields[i].TypeName)
            {
                return false;
            }
        }

        return true;
    }
}
