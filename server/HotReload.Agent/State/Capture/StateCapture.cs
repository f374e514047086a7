using System.Diagnostics;
using System.Reflection;
using HotReload.Agent.Contract;
using HotReload.Agent.State.Formats;
using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Roots;
using HotReload.Agent.State.Services;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Capture;

/// <summary>Takes the program's state and writes it to a file. Never throws for what the program holds; says it instead.</summary>
sealed class StateCapture(SessionAssemblies assemblies, IServiceProvider[] hosts, MarkScan marks, TimeProvider time)
{
    readonly StateNotes _notes = new();
    readonly TypePlans _plans = new(assemblies);

    /// <summary>Captures.</summary>
    public AgentStateReport Run(AgentCapture request)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var graph = Build(request);
            var bytes = graph.Roots.Count == 0 ? 0
                : request.Form == AgentStateForm.Text ? ReadableState.Write(request.Path, graph)
                : StateFile.Write(request.Path, graph, time);
            return Report(graph.Objects.Count, bytes, started);
        }
        catch (StateLimitException exception)
        {
            return Refused(exception.Message, started);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused($"it could not be written: {exception.Message}", started);
        }
    }

    /// <summary>What is to be carried, and all that it leads to.</summary>
    /// <exception cref="StateLimitException">It is too much.</exception>
    public StateGraph Build(AgentCapture request)
    {
        var own = Array.FindAll(assemblies.Loaded(), assembly => request.Mode == AgentStateMode.Auto || marks.MayHave(assembly));
        if (own.Length == 0)
        {
            return new();
        }

        var catalogs = Array.ConvertAll(hosts, host => new ServiceCatalog(host));
        var builder = new GraphBuilder(_plans, request.Limits, _notes, type => Array.Exists(catalogs, catalog => catalog.Provides(type)));
        foreach (var assembly in own)
        {
            foreach (var root in StaticRoots.Find(LoadableTypes.Of(assembly), request.Mode))
            {
                Add(builder, root);
            }
        }

        foreach (var catalog in catalogs)
        {
            foreach (var service in MarkedServices.Find(catalog, assemblies, _notes))
            {
                Add(builder, service);
            }
        }

        return builder.Graph;
    }

    AgentStateReport Report(int objects, long bytes, long started) =>
        new(_notes.Items, objects, bytes, Stopwatch.GetElapsedTime(started).TotalMilliseconds);

    static AgentStateReport Refused(string reason, long started) => new(
        [new("", "", AgentStateFate.Lost, $"The state is not carried: {reason}.", 0)], 0, 0, Stopwatch.GetElapsedTime(started).TotalMilliseconds);

    void Add(GraphBuilder builder, MarkedService service)
    {
        var type = service.Value.GetType();
        var objects = builder.Add(RootForm.Service, type, service.Key, type, service.Value);
        _notes.Add(_plans.NameOf(type), service.Key, AgentStateFate.Kept, null, objects);
    }

    void Add(GraphBuilder builder, StaticRoot root)
    {
        var field = root.Field;
        var (type, name) = (_plans.NameOf(field.DeclaringType!), FieldNames.Of(field));
        if (root.Refusal is { } refusal)
        {
            _notes.Add(type, name, AgentStateFate.Lost, refusal);
            return;
        }

        try
        {
            var value = field.GetValue(null);
            if (value is not null && _plans.Of(value.GetType()).Refusal is { } reason)
            {
                // What nobody marked and nobody can carry is the program's machinery, not its state.
                if (root.IsMarked)
                {
                    _notes.Add(type, name, AgentStateFate.Lost, reason);
                }

                return;
            }

            var objects = builder.Add(RootForm.Static, field.DeclaringType!, name, field.FieldType, value);
            _notes.Add(type, name, AgentStateFate.Kept, null, objects);
        }
        catch (Exception exception) when (exception is TypeInitializationException or TargetInvocationException)
        {
            _notes.Add(type, name, AgentStateFate.Lost, $"its type could not be initialized: {(exception.InnerException ?? exception).Message}");
        }
    }
}
