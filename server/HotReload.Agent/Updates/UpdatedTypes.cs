using System.Reflection;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Updates;

/// <summary>The types that a generation changed or added, as handlers are given them.</summary>
static class UpdatedTypes
{
    /// <summary>
    /// Resolves the tokens in every loaded copy of the modules that took their delta. A module with a type that can't be loaded any
    /// more has not taken it, whatever the runtime says: its outcome is made a failure.
    /// </summary>
    public static Type[] Resolve(AgentGeneration generation, AgentModuleReload[] outcomes)
    {
        var types = new List<Type>();
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i].Outcome == AgentModuleOutcome.Applied)
            {
                if (Add(types, generation.Deltas[i]) is { } error)
                {
                    outcomes[i] = outcomes[i] with { Outcome = AgentModuleOutcome.Failed, Error = error };
                }
            }
        }

        return types.ToArray();
    }

    /// <returns>Why a type can't be loaded; null where all can.</returns>
    static string? Add(List<Type> types, AgentDelta delta)
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (assembly.IsDynamic || assembly.ManifestModule.ModuleVersionId != delta.ModuleId)
            {
                continue;
            }

            foreach (var token in delta.UpdatedTypes.Span)
            {
                try
                {
                    if (Resolve(assembly.ManifestModule, token) is { } type)
                    {
                        types.Add(type);
                    }
                }
                catch (TypeLoadException exception)
                {
                    return exception.GetType().FullName + ": " + exception.Message;
                }
            }
        }

        return null;
    }

    static Type? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveType(token);
        }
        catch (ArgumentException)
        {
            // No such type: a handler is better called without it than not at all.
            return null;
        }
        catch (IOException)
        {
            // A base type's assembly is missing.
            return null;
        }
    }
}
