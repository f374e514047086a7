extern alias agent;

using agent::HotReload.Agent.Contract;
using agent::HotReload.Agent.State.Capture;
using agent::HotReload.Agent.State.Formats;
using agent::HotReload.Agent.State.Graph;
using agent::HotReload.Agent.State.Restore;
using agent::HotReload.Agent.State.Types;

namespace HotReload.UnitTests.Agent.State;

/// <summary>One static field that goes into a graph and comes back, by whatever form, after whatever happened to its types.</summary>
static class Carried
{
    static readonly AgentStateLimits s_limits = new(1L << 30, 1_000_000, 60_000);

    public static SessionAssemblies Assemblies { get; } = new(["HotReload.UnitTests"]);

    /// <summary>The place that holds it.</summary>
    public static object? Slot { get; set; }

    /// <summary>The graph of an object.</summary>
    public static StateGraph Capture(object? value, StateNotes? notes = null)
    {
        var builder = new GraphBuilder(new(Assemblies), s_limits, notes ?? new(), _ => false);
        builder.Add(RootForm.Static, typeof(Carried), nameof(Slot), typeof(object), value);
        return builder.Graph;
    }

    /// <summary>The object of a graph, and what is said of it.</summary>
    public static (object? Value, AgentStateItem[] Items) Restore(StateGraph graph, object? fresh = null)
    {
        Slot = fresh;
        var restore = StateRestore.Of(graph, Assemblies);
        restore.RunStatics();
        var value = Slot;
        Slot = null;
        return (value, [.. restore.Report.Items]);
    }

    /// <summary>The graph as an older version of the program would have written it, whose type had another name.</summary>
    public static StateGraph Before(object old, Type now)
    {
        var graph = Capture(old);
        var plans = new TypePlans(Assemblies);
        var (from, to) = (plans.NameOf(old.GetType()), plans.NameOf(now));
        for (var i = 0; i < graph.Shapes.Count; i++)
        {
            graph.Shapes[i] = graph.Shapes[i] with { Type = graph.Shapes[i].Type.Replace(from, to, StringComparison.Ordinal) };
        }

        return graph;
    }

    /// <summary>The same graph, read from bytes.</summary>
    public static StateGraph Through(StateGraph graph, string form) =>
        form == "json" ? new JsonFormat().Read(new JsonFormat().Write(graph)) : new BinaryFormat().Read(new BinaryFormat().Write(graph));

    /// <summary>All of a graph, to compare.</summary>
    public static string Describe(StateGraph graph) => System.Text.Encoding.UTF8.GetString(new JsonFormat().Write(graph));
}
