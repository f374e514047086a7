using System.Diagnostics;
using System.Globalization;
using HotReload.Agent.Contract;
using HotReload.Agent.State.Collections;
using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Capture;

/// <summary>
/// Makes a graph of the program's objects. Walks without recursion: a list of a million links is as good as any. The program goes on
/// meanwhile.
/// </summary>
sealed class GraphBuilder(TypePlans plans, AgentStateLimits limits, StateNotes notes, Predicate<Type> isService)
{
    const int ObjectsBetweenLooks = 1024;

    readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<TypePlan, FieldReading> _readings = new(ReferenceEqualityComparer.Instance);
    readonly ShapeTable _shapes = new();
    readonly Stack<(object Value, TypePlan Plan, int Number)> _open = new();
    readonly long _started = Stopwatch.GetTimestamp();
    readonly List<StateObject> _objects = [];
    readonly List<StateRoot> _roots = [];
    object?[] _others = [];
    long _size;
    int _filled;

    /// <summary>What was built so far.</summary>
    public StateGraph Graph => new() { Shapes = _shapes.All, Objects = _objects, Roots = _roots };

    /// <summary>Takes a place that holds state, with all that it leads to.</summary>
    /// <returns>How many objects were new.</returns>
    /// <exception cref="StateLimitException">It is too much.</exception>
    public int Add(RootForm form, Type type, string member, Type memberType, object? value)
    {
        var before = _objects.Count;
        var name = plans.NameOf(type);
        var content = Encode(value, name, member);
        _roots.Add(new(form, name, member, plans.NameOf(memberType), content));
        while (_open.TryPop(out var next))
        {
            Fill(next.Value, next.Plan, _objects[next.Number]);
        }

        return _objects.Count - before;
    }

    StateValue Encode(object? value, string owner, string member)
    {
        _size += sizeof(int);
        if (value is null)
        {
            return StateValue.Null;
        }

        if (value is string text)
        {
            _size += text.Length;
            return StateValue.Text(text);
        }

        var plan = plans.Of(value.GetType());
        switch (plan.Kind)
        {
            case PlanKind.Primitive:
                return StateValue.Primitive(value);
            case PlanKind.Leaf:
                return StateValue.Leaf(_shapes.Of(plan, ShapeForm.Value), LeafTypes.Format(value));
            case PlanKind.Enum:
                return StateValue.Enum(_shapes.Of(plan, ShapeForm.Value), ((Enum)value).ToString("G"));
            case PlanKind.Refused:
                notes.Add(owner, member, AgentStateFate.Lost, plan.Refusal);
                return StateValue.Missing;
            default:
                return Refer(value, plan);
        }
    }

    StateValue Refer(object value, TypePlan plan)
    {
        if (!plan.Type.IsValueType && _numbers.TryGetValue(value, out var known))
        {
            return StateValue.Reference(known);
        }

        var number = _objects.Count;
        if (number >= limits.Objects)
        {
            throw new StateLimitException(string.Create(
                CultureInfo.InvariantCulture, $"there are more than {limits.Objects:N0} objects"));
        }

        if (!plan.Type.IsValueType)
        {
            _numbers.Add(value, number);
        }

        var shape = _shapes.Of(plan);
        _objects.Add(plan.Kind is PlanKind.Array or PlanKind.Collection ? new StateCollection(shape) : new StateObject(shape));
        _open.Push((value, plan, number));
        return StateValue.Reference(number);
    }

    void Fill(object value, TypePlan plan, StateObject target)
    {
        Look();
        switch (plan.Kind)
        {
            case PlanKind.Fields:
                target.Values = Fields(value, plan);
                break;
            case PlanKind.Array:
                FillArray((Array)value, plan, (StateCollection)target);
                break;
            case PlanKind.Collection:
                FillCollection(value, plan, (StateCollection)target);
                break;
            case PlanKind.Serialized:
                target.Values = [UserCode.TrySave(() => plan.Serializer!.Save(value), plan, notes, out var saved)
                    ? Encode(saved, plan.Name, "")
                    : StateValue.Missing];
                break;
            case PlanKind.Own:
                FillOwn(value, plan, target);
                break;
        }
    }

    StateValue[] Fields(object value, TypePlan plan)
    {
        if (!_readings.TryGetValue(plan, out var reading))
        {
            _readings.Add(plan, reading = new(plan, isService));
        }

        var values = new StateValue[plan.Fields.Length];
        if (_others.Length < values.Length)
        {
            _others = new object?[values.Length];
        }

        reading.Read(value, values, _others);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Kind != ValueKind.Missing)
            {
                _size += sizeof(int);
            }
            else if (reading.Counts(i))
            {
                values[i] = Encode(_others[i], plan.Name, plan.Fields[i].Name);
            }

            _others[i] = null;
        }

        return values;
    }

    void FillArray(Array array, TypePlan plan, StateCollection target)
    {
        target.Lengths = new int[array.Rank];
        for (var dimension = 0; dimension < array.Rank; dimension++)
        {
            target.Lengths[dimension] = array.GetLength(dimension);
        }

        FillElements(array, plan, target);
    }

    void FillCollection(object collection, TypePlan plan, StateCollection target)
    {
        if (Snapshots.Take(collection, plan.Codec!) is not { } elements)
        {
            notes.Add(plan.Name, "", AgentStateFate.Lost, "other threads changed it all the while");
            target.IsLost = true;
            return;
        }

        var comparer = plan.Codec!.ComparerOf(collection);
        target.Comparer = comparer is not null && Comparers.NameOf(comparer) is { } name
            ? StateValue.Text(name)
            : Encode(comparer, plan.Name, "Comparer");
        FillElements(elements, plan, target);
    }

    void FillElements(Array elements, TypePlan plan, StateCollection target)
    {
        if (elements.GetType().GetElementType()!.IsPrimitive && elements is not (nint[] or nuint[]))
        {
            var packed = Array.CreateInstance(elements.GetType().GetElementType()!, elements.Length);
            Buffer.BlockCopy(elements, 0, packed, 0, Buffer.ByteLength(elements));
            target.Packed = packed;
            _size += Buffer.ByteLength(packed);
            return;
        }

        var values = new StateValue[elements.Length];
        var next = 0;
        foreach (var element in elements)
        {
            values[next++] = Encode(element, plan.Name, "");
        }

        target.Values = values;
    }

    void FillOwn(object value, TypePlan plan, StateObject target)
    {
        var saved = new Dictionary<string, object?>(StringComparer.Ordinal);
        UserCode.TrySave(() => plan.OwnState!.GetMethod("Save")?.Invoke(value, [saved]), plan, notes, out _);
        var fields = new string[saved.Count];
        var values = new StateValue[saved.Count];
        var next = 0;
        foreach (var (name, item) in saved)
        {
            fields[next] = name;
            values[next++] = Encode(item, plan.Name, name);
        }

        target.Shape = _shapes.Own(plan, fields);
        target.Values = values;
    }

    void Look()
    {
        if (_size > limits.Bytes)
        {
            throw new StateLimitException(string.Create(CultureInfo.InvariantCulture, $"it has more than {limits.Bytes:N0} bytes"));
        }

        if (++_filled % ObjectsBetweenLooks == 0 && Stopwatch.GetElapsedTime(_started).TotalMilliseconds > limits.Milliseconds)
        {
            throw new StateLimitException(string.Create(CultureInfo.InvariantCulture, $"it takes longer than {limits.Milliseconds:N0} ms"));
        }
    }
}
