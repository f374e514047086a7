using System.Collections.Immutable;
using HotReload.Agent.Contract;

namespace HotReload.Runtime.Launch;

/// <summary>The variables that bring the agent into a program.</summary>
static class AgentEnvironment
{
    const string Debug = "debug";

    /// <summary>Adds them to a command's own, keeping the startup hooks that the user has.</summary>
    /// <param name="variables">The command's own variables.</param>
    /// <param name="inherited">Reads a variable that the program would inherit.</param>
    /// <param name="agentPath">The agent's assembly.</param>
    /// <param name="pipe">Where the server listens.</param>
    /// <param name="secret">What the agent must show.</param>
    public static ImmutableDictionary<string, string?> Add(
        ImmutableDictionary<string, string?> variables,
        Func<string, string?> inherited,
        string agentPath,
        string pipe,
        string secret)
    {
        var hooks = Current(AgentVariables.StartupHooks);
        var modifiable = Current(AgentVariables.ModifiableAssemblies);
        return variables
            .SetItem(AgentVariables.StartupHooks, string.IsNullOrEmpty(hooks) ? agentPath : agentPath + Path.PathSeparator + hooks)
            .SetItem(AgentVariables.ModifiableAssemblies, Debug)
            .SetItem(AgentVariables.FormerModifiableAssemblies, modifiable is null
                ? AgentVariables.Unset
                : AgentVariables.ValuePrefix + modifiable)
            .SetItem(AgentVariables.Pipe, pipe)
            .SetItem(AgentVariables.Secret, secret);

        string? Current(string name) => variables.TryGetValue(name, out var value) ? value : inherited(name);
    }
}
