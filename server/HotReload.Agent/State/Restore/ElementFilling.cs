using HotReload.Agent.Contract;
using HotReload.Agent.State.Capture;
using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Restore;

/// <summary>Puts elements into arrays and collections. What can't be had is left out, with its key or value.</summary>
sealed class ElementFilling(ObjectMaker maker, StateNotes notes)
{
    /// <summary>Fills a collection, or makes one that can only be made whole.</summary>
    public object? Fill(object? target, StateCollection item, ShapeBinding binding, Func<StateCollection, object?> comparerOf)
    {
        if (item.IsLost)
        {
            return Lost.Value;
        }

        if (binding.Plan!.Kind == PlanKind.Array)
        {
            return FillArray((Array)target!, item, binding);
        }

        var codec = binding.Plan.Codec!;
        var elements = Elements(item, codec.ElementTypes, binding);
        try
        {
            if (target is null)
            {
                return codec.Build(elements, comparerOf(item));
            }

            codec.Fill(target, elements);
            return target;
        }
        catch (Exception exception)
        {
            // Comparers and hash codes are the user's code, which may throw anything.
            notes.Add(binding.Shape.Type, "", AgentStateFate.Lost, $"it did not take its elements: {exception.GetType().Name}: {exception.Message}");
            return Lost.Value;
        }
    }

    Array FillArray(Array target, StateCollection item, ShapeBinding binding)
    {
        if (item.Packed is { } packed && packed.GetType().GetElementType() == target.GetType().GetElementType())
        {
            Buffer.BlockCopy(packed, 0, target, 0, Math.Min(Buffer.ByteLength(packed), Buffer.ByteLength(target)));
            return target;
        }

        var element = target.GetType().GetElementType()!;
        var index = new int[target.Rank];
        for (var i = 0; i < item.Values.Length && i < target.Length; i++)
        {
            if (Fitted(maker.Make(item.Values[i], null), element, binding) is var value and not Lost)
            {
                target.SetValue(value, index);
            }

            Advance(index, target);
        }

        return target;
    }

    static void Advance(int[] index, Array array)
    {
        for (var dimension = array.Rank - 1; dimension >= 0; dimension--)
        {
            if (++index[dimension] < array.GetLength(dimension))
            {
                return;
            }

            index[dimension] = 0;
        }
    }

    List<object?> Elements(StateCollection item, Type[] types, ShapeBinding binding)
    {
        var elements = new List<object?>(item.Packed?.Length ?? item.Values.Length);
        if (item.Packed is { } packed)
        {
            foreach (var element in packed)
            {
                elements.Add(element);
            }

            return elements;
        }

        var group = new object?[types.Length];
        for (var i = 0; i + types.Length <= item.Values.Length; i += types.Length)
        {
            var whole = true;
            for (var part = 0; part < types.Length; part++)
            {
                group[part] = Fitted(maker.Make(item.Values[i + part], null), types[part], binding);
                whole &= group[part] is not Lost;
            }

            if (whole)
            {
                elements.AddRange(group);
            }
        }

        return elements;
    }

    object? Fitted(object? value, Type type, ShapeBinding binding)
    {
        if (value is Lost)
        {
            return value;
        }

        if (Fitting.Fit(value, type, out var fitted))
        {
            return fitted;
        }

        notes.Add(binding.Shape.Type, "", AgentStateFate.Lost, $"{value?.GetType().Name ?? "null"} is no element of it");
        return Lost.Value;
    }
}
