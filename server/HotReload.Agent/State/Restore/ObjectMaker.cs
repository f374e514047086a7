using System.Reflection;
using System.Runtime.CompilerServices;
using HotReload.Agent.Contract;
using HotReload.Agent.State.Capture;
using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Restore;

/// <summary>
/// Makes the program's objects from a graph, each once, whatever refers to it. Walks without recursion, an object's parts before the
/// object: what is hashed has its fields by then.
/// </summary>
/// <remarks>
/// Where the program has made an object already in the place where one of the same type belongs, that one is filled: it keeps its
/// identity, and what could not be carried (timers, delegates, services) is the new program's.
/// </remarks>
sealed class ObjectMaker(StateGraph graph, TypePlans plans, Binder binder, StateNotes notes)
{
    const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    const byte Unseen = 0;
    const byte Open = 1;
    const byte Done = 2;

    readonly object?[] _made = new object?[graph.Objects.Count];
    readonly LeafMaking _leaves = new(binder, notes);
    readonly byte[] _progress = new byte[graph.Objects.Count];
    readonly HashSet<object> _filled = new(ReferenceEqualityComparer.Instance);
    readonly Stack<(int Number, int Next)> _path = new();

    /// <summary>How many objects were made or filled so far.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them went through a method of the user's to a new shape.</summary>
    public int Migrated { get; private set; }

    /// <summary>The object that a value stands for; <see cref="Lost.Value"/> where it can't be had.</summary>
    /// <param name="value">Of the graph.</param>
    /// <param name="fresh">What the program has in its place.</param>
    public object? Make(StateValue value, object? fresh)
    {
        if (value.Kind != ValueKind.Reference)
        {
            return _leaves.Make(value);
        }

        if (_progress[value.Target] == Unseen)
        {
            Walk(value.Target, fresh);
        }

        return _made[value.Target];
    }

    void Walk(int root, object? fresh)
    {
        var floor = _path.Count;
        Enter(root, fresh);
        while (_path.Count > floor)
        {
            var (number, next) = _path.Pop();
            var item = graph.Objects[number];
            if (next < item.Values.Length)
            {
                _path.Push((number, next + 1));
                var part = item.Values[next];
                if (part.Kind == ValueKind.Reference && _progress[part.Target] == Unseen)
                {
                    Enter(part.Target, FreshPart(number, next));
                }
            }
            else
            {
                _made[number] = Complete(number, item);
                _progress[number] = Done;
                Count++;
            }
        }
    }

    /// <summary>What the program has where a field's value belongs, if it has made the object itself.</summary>
    object? FreshPart(int number, int place)
    {
        if (_made[number] is not { } made || !_filled.Contains(made) || binder.Of(graph.Objects[number].Shape) is not { Plan.Kind: PlanKind.Fields } binding)
        {
            return null;
        }

        var field = Array.IndexOf(binding.Fields, place);
        return field < 0 ? null : binding.Plan!.Fields[field].Info.GetValue(made);
    }

    void Enter(int number, object? fresh)
    {
        _progress[number] = Open;
        _path.Push((number, 0));
        _made[number] = Begin(number, fresh);
    }

    /// <summary>The object with nothing in it yet; null for one that can only be made whole.</summary>
    object? Begin(int number, object? fresh)
    {
        var item = graph.Objects[number];
        var binding = binder.Of(item.Shape);
        if (binding.Refusal is { } refusal)
        {
            notes.Add(binding.Shape.Type, "", AgentStateFate.Lost, refusal);
            return Lost.Value;
        }

        var plan = binding.Plan!;
        if (fresh is not null && fresh.GetType() == plan.Type && CanFill(plan, item, fresh) && _filled.Add(fresh))
        {
            return fresh;
        }

        switch (plan.Kind)
        {
            case PlanKind.Fields or PlanKind.Own when plan.NotMade is { } reason:
                notes.Add(binding.Shape.Type, "", AgentStateFate.Lost, reason);
                return Lost.Value;
            case PlanKind.Own when plan.Type.GetConstructor(Instance, []) is not null:
                return Construct(plan);
            case PlanKind.Fields or PlanKind.Own:
                return RuntimeHelpers.GetUninitializedObject(plan.Type);
            case PlanKind.Fresh:
                return Activator.CreateInstance(plan.Type);
            case PlanKind.Array:
                return Array.CreateInstance(plan.Type.GetElementType()!, ((StateCollection)item).Lengths!);
            case PlanKind.Collection:
                return plan.Codec!.Create(ComparerOf((StateCollection)item));
            default:
                return null;
        }
    }

    /// <summary>Who takes his state back by himself is made as he expects it.</summary>
    object? Construct(TypePlan plan) =>
        UserCode.Try(() => Activator.CreateInstance(plan.Type, nonPublic: true), plan, "its constructor", notes, out var made) ? made : Lost.Value;

    static bool CanFill(TypePlan plan, StateObject item, object fresh) => plan.Kind switch
    {
        PlanKind.Fields or PlanKind.Own => !plan.Type.IsValueType,
        PlanKind.Collection => item is StateCollection { IsLost: false } && plan.Codec!.Create(null) is not null,
        PlanKind.Array => ((Array)fresh).Length == (((StateCollection)item).Packed?.Length ?? item.Values.Length) && ((Array)fresh).Rank == 1,
        PlanKind.Fresh => true,
        _ => false,
    };

    /// <summary>What compares a collection's keys; null for the default, also where what stands there compares no such keys (any more).</summary>
    object? ComparerOf(StateCollection item)
    {
        var found = item.Comparer.Kind switch
        {
            ValueKind.Text => Collections.Comparers.Find(item.Comparer.Content!),
            ValueKind.Reference => Make(item.Comparer, null),
            _ => null,
        };
        return binder.Of(item.Shape).Plan?.Codec?.ComparerType is { } wanted && wanted.IsInstanceOfType(found) ? found : null;
    }

    object? Complete(int number, StateObject item)
    {
        var made = _made[number];
        if (made is Lost)
        {
            return made;
        }

        var binding = binder.Of(item.Shape);
        switch (binding.Plan!.Kind)
        {
            case PlanKind.Fields:
                return new FieldFilling(this, plans, notes).Fill(made!, item, binding, IsFresh(made!));
            case PlanKind.Own:
                return OwnFilling.Fill(made!, Named(item, binding.Shape), binding.Plan, notes);
            case PlanKind.Serialized:
                return Load(item, binding);
            case PlanKind.Array or PlanKind.Collection:
                return new ElementFilling(this, notes).Fill(made, (StateCollection)item, binding, ComparerOf);
            default:
                return made;
        }
    }

    bool IsFresh(object made) => _filled.Contains(made);

    /// <summary>The values of an object by their names, those that can't be had left out.</summary>
    public Dictionary<string, object?> Named(StateObject item, StateShape shape)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < shape.Fields.Length && i < item.Values.Length; i++)
        {
            if (Make(item.Values[i], null) is var value and not Lost)
            {
                named[shape.Fields[i]] = value is UnboundEnum text ? text.Name : value;
            }
        }

        return named;
    }

    /// <summary>Notes that an object went through a method of the user's.</summary>
    public void CountMigration() => Migrated++;

    object? Load(StateObject item, ShapeBinding binding)
    {
        var saved = item.Values.Length > 0 ? Make(item.Values[0], null) : Lost.Value;
        if (saved is Lost || !Fitting.Fit(saved, binding.Plan!.Serializer!.SavedType, out var fitted))
        {
            notes.Add(binding.Shape.Type, "", AgentStateFate.Lost, "its serializer takes something else now");
            return Lost.Value;
        }

        return UserCode.Try(() => binding.Plan.Serializer.Load(fitted), binding.Plan, "Load", notes, out var loaded) ? loaded : Lost.Value;
    }

    /// <summary>Fills an object that the program has made, in place of the one that was made already.</summary>
    public void Fill(StateValue value, object target)
    {
        var item = graph.Objects[value.Target];
        var binding = binder.Of(item.Shape);
        if (binding.Plan is { Kind: PlanKind.Fields })
        {
            new FieldFilling(this, plans, notes).Fill(target, item, binding, isFresh: true);
        }
        else if (binding.Plan is { Kind: PlanKind.Own } own)
        {
            OwnFilling.Fill(target, Named(item, binding.Shape), own, notes);
        }
    }
}
