using System.Reflection;
using HotReload.Agent.Contract;
using HotReload.Agent.State.Capture;
using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Restore;

/// <summary>Puts values into an object's fields, by name and type, and has the user's own method do the rest.</summary>
sealed class FieldFilling(ObjectMaker maker, TypePlans plans, StateNotes notes)
{
    /// <summary>Fills an object.</summary>
    /// <param name="target">The object, or a boxed struct.</param>
    /// <param name="item">What the graph has of it.</param>
    /// <param name="binding">Which value belongs where.</param>
    /// <param name="isFresh">Whether the program has made it, so that what is not filled holds what a constructor gave it.</param>
    public object? Fill(object target, StateObject item, ShapeBinding binding, bool isFresh)
    {
        for (var i = 0; i < binding.Fields.Length; i++)
        {
            var field = binding.Plan!.Fields[i];
            var place = binding.Fields[i];
            if (place >= item.Values.Length)
            {
                continue;
            }

            if (place >= 0)
            {
                Put(target, field, maker.Make(item.Values[place], null), binding);
            }
            else if (!isFresh && binding.Migration is null)
            {
                notes.Add(
                    binding.Plan.Name, field.Name, AgentStateFate.Defaulted,
                    "it is new; [PreviousName] names what it was before, [MigrateState] a method that fills it");
            }
        }

        return binding.Migration is { } migration ? Migrate(migration, target, item, binding) : target;
    }

    void Put(object target, PlannedField field, object? value, ShapeBinding binding)
    {
        if (value is Lost)
        {
            return;
        }

        if (Fitting.Fit(value, field.Info.FieldType, out var fitted))
        {
            field.Info.SetValue(target, fitted);
        }
        else if (binding.Migration is null)
        {
            notes.Add(binding.Plan!.Name, field.Name, AgentStateFate.Lost, Misfit(value, field));
        }
    }

    string Misfit(object? value, PlannedField field) =>
        $"{(value is null ? "null" : TypeNames.Plain(plans.NameOf(value.GetType())))} does not fit into {TypeNames.Plain(field.TypeName)}";

    object? Migrate(Migration migration, object target, StateObject item, ShapeBinding binding)
    {
        try
        {
            var old = migration.TakesNames ? maker.Named(item, binding.Shape) : OldObject(migration.OldType, item, binding.Shape);
            var result = old is null ? null : migration.Run(target, old);
            if (result?.GetType() != target.GetType())
            {
                notes.Add(binding.Plan!.Name, "", AgentStateFate.Lost, $"{migration.Name} does not make such an object of it");
                return target;
            }

            maker.CountMigration();
            notes.Add(binding.Plan!.Name, "", AgentStateFate.Migrated, $"by {migration.Name}");
            return Adopt(target, result, binding.Plan);
        }
        catch (TargetInvocationException exception)
        {
            notes.Add(binding.Plan!.Name, "", AgentStateFate.Lost, $"{migration.Name} threw {UserCode.Name(exception)}");
            return target;
        }
    }

    /// <summary>Others may refer to the object already: it takes over what the method made, field by field.</summary>
    static object Adopt(object target, object result, TypePlan plan)
    {
        if (plan.Type.IsValueType)
        {
            return result;
        }

        if (!ReferenceEquals(target, result))
        {
            foreach (var field in plan.Fields)
            {
                field.Info.SetValue(target, field.Info.GetValue(result));
            }
        }

        return target;
    }

    /// <summary>An object of the type that the user kept for the old shape; null where it can't be had.</summary>
    object? OldObject(Type type, StateObject item, StateShape shape)
    {
        var plan = plans.Of(type);
        if (plan is not { Kind: PlanKind.Fields, NotMade: null })
        {
            return null;
        }

        var old = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in plan.Fields)
        {
            var place = Array.IndexOf(shape.Fields, field.Name);
            if (place >= 0 && maker.Make(item.Values[place], null) is var value and not Lost && Fitting.Fit(value, field.Info.FieldType, out var fitted))
            {
                field.Info.SetValue(old, fitted);
            }
        }

        return old;
    }
}
