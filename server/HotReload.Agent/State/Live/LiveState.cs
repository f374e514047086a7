using System.Diagnostics;
using HotReload.Agent.Contract;
using HotReload.Agent.State.Services;

namespace HotReload.Agent.State.Live;

/// <summary>Brings state that existed before a delta to the shape that it has after it.</summary>
sealed class LiveState(HostWatch hosts)
{
    /// <summary>The longest that the search for nothing may take.</summary>
    public static readonly TimeSpan WarmUpTime = TimeSpan.FromMilliseconds(250);

    readonly Lazy<ReachableFields> _fields = new(static () => new());
    readonly HashSet<Guid> _changed = [];

    /// <summary>A generation was applied: what is known of the types in its modules is known no more.</summary>
    public void Note(AgentGeneration generation)
    {
        foreach (var delta in generation.Deltas)
        {
            _changed.Add(delta.ModuleId);
        }
    }

    /// <summary>
    /// Searches for nothing, so that the first real search does not wait for its own code, nor for what reflection has to learn of the
    /// program's types: that is nearly all of its time.
    /// </summary>
    public void WarmUp()
    {
        var walk = new ObjectWalk(_fields.Value, WarmUpTime);
        foreach (var root in Roots())
        {
            if (!walk.From(root, static _ => { }))
            {
                return;
            }
        }
    }

    /// <summary>Runs it for the modules that took their delta.</summary>
    public AgentStateResult Run(AgentGeneration generation, AgentModuleReload[] modules)
    {
        var started = Stopwatch.GetTimestamp();
        var tasks = new List<NewTypeTask>();
        for (var i = 0; i < modules.Length; i++)
        {
            if (modules[i].Outcome == AgentModuleOutcome.Applied && generation.Deltas[i].NewTypes.Count > 0)
            {
                Add(tasks, generation.Deltas[i]);
            }
        }

        if (tasks.Count == 0)
        {
            return AgentStateResult.Nothing;
        }

        _fields.Value.Forget(_changed);
        _changed.Clear();
        var walk = new ObjectWalk(_fields.Value, TimeSpan.FromMilliseconds(generation.SearchMilliseconds));
        if (tasks.Exists(task => task.WantsObjects))
        {
            Search(walk, tasks);
        }

        var types = new AgentTypeState[tasks.Count];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = tasks[i].Run();
        }

        return new(types, walk.Seen, walk.Complete, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    static void Add(List<NewTypeTask> tasks, AgentDelta delta)
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (assembly.IsDynamic || assembly.ManifestModule.ModuleVersionId != delta.ModuleId)
            {
                continue;
            }

            foreach (var wanted in delta.NewTypes)
            {
                if (assembly.GetType(wanted.Type) is { } type)
                {
                    tasks.Add(new(type, wanted));
                }
            }
        }
    }

    void Search(ObjectWalk walk, List<NewTypeTask> tasks)
    {
        var found = new Dictionary<Type, NewTypeTask[]>();
        foreach (var root in Roots())
        {
            if (!walk.From(root, Visit))
            {
                return;
            }
        }

        void Visit(object value)
        {
            var type = value.GetType();
            if (!found.TryGetValue(type, out var concerned))
            {
                found.Add(type, concerned = tasks.FindAll(task => task.WantsObjects && Is(type, task.Type)).ToArray());
            }

            foreach (var task in concerned)
            {
                task.Add(value);
            }
        }
    }

    IEnumerable<object?> Roots()
    {
        foreach (var value in LiveStatics.Find(_fields.Value))
        {
            yield return value;
        }

        foreach (var host in hosts.Hosts)
        {
            yield return host;
        }

        yield return TimerRoots.Find();
    }

    static bool Is(Type? type, Type wanted)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (NewTypeTask.Definition(type) == wanted)
            {
                return true;
            }
        }

        return false;
    }
}
