using System.Reflection;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Calls;

/// <summary>The methods that were changed and not called since. Thread-safe.</summary>
sealed class AwaitedCalls(TimeProvider time)
{
    readonly object _gate = new();
    readonly List<AwaitedCall> _calls = [];

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _calls.Count == 0;
            }
        }
    }

    /// <summary>Makes a change. Its methods are awaited as of now; whatever version of them was awaited before no longer is.</summary>
    public AgentModuleReload[] Replace(AgentGeneration generation, Func<AgentGeneration, AgentModuleReload[]> apply)
    {
        // Whoever asks about a call meanwhile waits for the names of what it may have been.
        lock (_gate)
        {
            var since = time.GetUtcNow().UtcDateTime;
            var outcomes = apply(generation);
            for (var i = 0; i < outcomes.Length; i++)
            {
                if (outcomes[i].Outcome == AgentModuleOutcome.Applied)
                {
                    Add(generation.Number, generation.Deltas[i], since);
                }
            }

            return outcomes;
        }
    }

    /// <summary>A method was compiled: the awaited calls that this was.</summary>
    /// <param name="token">Its metadata token.</param>
    /// <param name="type">Its type, as the runtime names it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="compiled">When.</param>
    public AgentCall[] Take(int token, string type, string name, DateTime compiled)
    {
        lock (_gate)
        {
            var taken = _calls.FindAll(call => call.Is(token, type, name) && call.Since <= compiled);
            if (taken.Count == 0)
            {
                return [];
            }

            _calls.RemoveAll(taken.Contains);
            return taken.ConvertAll(call => call.Told).ToArray();
        }
    }

    void Add(int generation, AgentDelta delta, DateTime since)
    {
        var module = Find(delta.ModuleId);
        foreach (var token in delta.WatchedMethods.Span)
        {
            _calls.RemoveAll(call => call.Told.Method == token && call.Told.ModuleId == delta.ModuleId);
            if (module is not null && Resolve(module, token) is { DeclaringType.FullName: { } type } method)
            {
                _calls.Add(new(new(generation, delta.ModuleId, token), type, method.Name, since));
            }
        }
    }

    /// <summary>Any copy will do: names and tokens are the same in all of them.</summary>
    static Module? Find(Guid id)
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (!assembly.IsDynamic && assembly.ManifestModule.ModuleVersionId == id)
            {
                return assembly.ManifestModule;
            }
        }

        return null;
    }

    static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token);
        }
        catch (Exception exception) when (exception is ArgumentException or TypeLoadException or IOException)
        {
            // Its call will not be told. What keeps it from being called is found elsewhere.
            return null;
        }
    }
}
