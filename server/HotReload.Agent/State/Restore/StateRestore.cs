using System.Diagnostics;
using System.Reflection;
using HotReload.Agent.Contract;
using HotReload.Agent.State.Capture;
using HotReload.Agent.State.Formats;
using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Roots;
using HotReload.Agent.State.Services;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Restore;

/// <summary>
/// Brings the program to the state in a file: static fields at once, what lies in assemblies that are not loaded yet when they are.
/// Never throws for what the file or the program holds; says it instead.
/// </summary>
sealed class StateRestore
{
    readonly StateGraph _graph;
    readonly SessionAssemblies _assemblies;
    readonly TypePlans _plans;
    readonly TypeResolver _resolver;
    readonly Migrations _migrations;
    readonly StateNotes _notes = new();
    readonly ObjectMaker _maker;
    readonly List<StateRoot> _waiting;
    readonly HashSet<Type> _migrated = [];
    readonly long _bytes;
    double _milliseconds;

    StateRestore(StateGraph graph, long bytes, SessionAssemblies assemblies)
    {
        (_graph, _bytes, _assemblies) = (graph, bytes, assemblies);
        (_plans, _migrations) = (new(assemblies), new(assemblies));
        _resolver = new(assemblies, _plans);
        _maker = new(graph, _plans, new(graph, _plans, _resolver, _migrations), _notes);
        _waiting = [.. graph.Roots];
    }

    /// <summary>Whether something of the file has no place in the program yet.</summary>
    public bool IsWaiting => _waiting.Count > 0;

    /// <summary>What there is to say so far.</summary>
    public AgentStateReport Report => new([.. _notes.Items, .. Waiting()], _maker.Count, _bytes, _milliseconds, !IsWaiting);

    /// <summary>Reads a file.</summary>
    /// <exception cref="StateFormatException">It can't be used.</exception>
    public static StateRestore Open(AgentRestore request, TimeProvider time) =>
        new(StateFile.Read(request.Path, time), new FileInfo(request.Path).Length, new(request.Assemblies));

    /// <summary>A graph that is there already.</summary>
    public static StateRestore Of(StateGraph graph, SessionAssemblies assemblies) => new(graph, 0, assemblies);

    /// <summary>The report on a file that can't be used.</summary>
    public static AgentStateReport Refused(Exception exception) =>
        new([new("", "", AgentStateFate.Lost, $"The state file is not used: {exception.Message}.", 0)], 0, 0, 0);

    /// <summary>Restores every static field whose type is there.</summary>
    public void RunStatics()
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var root in _waiting.ToArray())
        {
            if (root.Form == RootForm.Static && Restore(root))
            {
                _waiting.Remove(root);
            }
        }

        _milliseconds += Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Restores the singletons of a host that was built.</summary>
    public void RunServices(IServiceProvider host)
    {
        if (!_waiting.Exists(root => root.Form == RootForm.Service))
        {
            return;
        }

        var started = Stopwatch.GetTimestamp();
        var services = MarkedServices.Find(new(host), _assemblies, _notes);
        foreach (var root in _waiting.ToArray())
        {
            if (root.Form == RootForm.Service && _resolver.Find(root.Type) is { } type
                && services.Find(item => item.Value.GetType() == type && item.Key == root.Member) is { } service)
            {
                Restore(root, service.Value);
                _waiting.Remove(root);
            }
        }

        _milliseconds += Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    void Restore(StateRoot root, object service)
    {
        var (made, migrated) = (_maker.Count, _maker.Migrated);
        if (!ReferenceEquals(_maker.Make(root.Value, service), service))
        {
            // A static field leads to it, and was restored before there was a host.
            _maker.Fill(root.Value, service);
        }

        var fate = _maker.Migrated > migrated ? AgentStateFate.Migrated : AgentStateFate.Kept;
        _notes.Add(root.Type, root.Member, fate, null, _maker.Count - made);
    }

    IEnumerable<AgentStateItem> Waiting()
    {
        foreach (var root in _waiting)
        {
            yield return new(
                TypeNames.Plain(root.Type), root.Member, AgentStateFate.Reset,
                root.Form == RootForm.Service
                    ? "no host that was built so far has it as a singleton; it is restored when one does"
                    : $"{TypeResolver.AssemblyOf(root.Type)} is not loaded yet; it is restored when it is",
                0);
        }
    }

    bool Restore(StateRoot root)
    {
        if (_resolver.Find(root.Type) is not { } type)
        {
            if (TypeResolver.AssemblyOf(root.Type) is { } assembly && _assemblies.Own(assembly) && _assemblies.Find(assembly) is null)
            {
                _resolver.Forget();
                return false;
            }

            _notes.Add(root.Type, root.Member, AgentStateFate.Lost, "there is no such type any more; [PreviousName] on another says that it has taken its place");
            return true;
        }

        if (StaticRoots.Find(type, root.Member) is { IsLiteral: false } field)
        {
            Restore(root, field);
        }
        else if (!MigrateStatics(type, root))
        {
            _notes.Add(root.Type, root.Member, AgentStateFate.Lost, "there is no such field any more; [PreviousName] on another says that it has taken its place");
        }

        return true;
    }

    void Restore(StateRoot root, FieldInfo field)
    {
        try
        {
            StaticField.Initialize(field);
            var (made, migrated) = (_maker.Count, _maker.Migrated);
            var fresh = field.GetValue(null);
            var value = _maker.Make(root.Value, fresh);
            if (value is Lost)
            {
                _notes.Add(root.Type, root.Member, AgentStateFate.Lost, "its value could not be made again");
            }
            else if (Fitting.Fit(value, field.FieldType, out var fitted))
            {
                if (fitted is ValueType || !ReferenceEquals(fitted, fresh))
                {
                    StaticField.Write(field, fitted);
                }

                var fate = _maker.Migrated > migrated ? AgentStateFate.Migrated : AgentStateFate.Kept;
                _notes.Add(root.Type, root.Member, fate, null, _maker.Count - made);
            }
            else if (!MigrateStatics(field.DeclaringType!, root))
            {
                _notes.Add(root.Type, root.Member, AgentStateFate.Lost, $"{TypeNames.Plain(root.MemberType)} does not fit into {TypeNames.Plain(_plans.NameOf(field.FieldType))}");
            }
        }
        catch (TypeInitializationException exception)
        {
            _notes.Add(root.Type, root.Member, AgentStateFate.Lost, $"its type could not be initialized: {exception.InnerException?.Message}");
        }
    }

    /// <summary>Has the type's own method take the old values of its static fields, once for all of them.</summary>
    bool MigrateStatics(Type type, StateRoot root)
    {
        if (_migrations.ForStaticsOf(type) is not { } method)
        {
            return false;
        }

        var old = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var other in _graph.Roots)
        {
            if (other.Type == root.Type && _maker.Make(other.Value, null) is var value and not Lost)
            {
                old[other.Member] = value;
            }
        }

        try
        {
            if (_migrated.Add(type))
            {
                method.Invoke(null, [old]);
            }

            _notes.Add(root.Type, root.Member, AgentStateFate.Migrated, $"by {type.Name}.{method.Name}");
        }
        catch (TargetInvocationException exception)
        {
            _notes.Add(root.Type, root.Member, AgentStateFate.Lost, $"{type.Name}.{method.Name} threw {UserCode.Name(exception)}");
        }

        return true;
    }
}
