using System.Reflection;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Updates;

/// <summary>The types that a generation changed or added, as handlers are given them.</summary>
static class UpdatedTypes
{
    /// <summary>Resolves the tokens in every loaded copy of the modules that took their delta.</summary>
    public static Type[] Resolve(AgentGeneration generation, AgentModuleReload[] outcomes)
    {
        var types = new List<Type>();
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i].Outcome == AgentModuleOutcome.Applied)
            {
                Add(types, generation.Deltas[i]);
            }
        }

        return types.ToArray();
    }

    static void Add(List<Type> types, AgentDelta delta)
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (assembly.IsDynamic || assembly.ManifestModule.ModuleVersionId != delta.ModuleId)
            {
                continue;
            }

            foreach (var token in delta.UpdatedTypes.Span)
            {
                if (Resolve(assembly.ManifestModule, token) is { } type)
                {
                    types.Add(type);
                }
            }
        }
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
        catch (TypeLoadException)
        {
            return null;
        }
        catch (IOException)
        {
            // A base type's assembly is missing.
            return null;
        }
    }
}
