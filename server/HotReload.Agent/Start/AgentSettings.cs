using HotReload.Agent.Contract;

namespace HotReload.Agent.Start;

/// <summary>What the launcher told the agent.</summary>
sealed class AgentSettings(string pipe, string secret, string? recovery = null)
{
    /// <summary>Name or socket path of the pipe.</summary>
    public string Pipe { get; } = pipe;

    /// <summary>Proves to the server that this is the process it started.</summary>
    public string Secret { get; } = secret;

    /// <summary>On what terms the program may outlive its server; null where it may not. Not parsed: most programs never need it.</summary>
    public string? Recovery { get; } = recovery;

    /// <summary>
    /// Reads the launcher's variables and removes every trace of them, so that no child process inherits the agent.
    /// Null where there are none: this is then a child that got the hook by some other way, and is left alone.
    /// </summary>
    public static AgentSettings? Take(string agentPath)
    {
        var pipe = Environment.GetEnvironmentVariable(AgentVariables.Pipe);
        var secret = Environment.GetEnvironmentVariable(AgentVariables.Secret);
        var recovery = Environment.GetEnvironmentVariable(AgentVariables.Recovery);
        var hooks = Environment.GetEnvironmentVariable(AgentVariables.StartupHooks);
        var former = Environment.GetEnvironmentVariable(AgentVariables.FormerModifiableAssemblies);
        Environment.SetEnvironmentVariable(AgentVariables.Pipe, null);
        Environment.SetEnvironmentVariable(AgentVariables.Secret, null);
        Environment.SetEnvironmentVariable(AgentVariables.Recovery, null);
        Environment.SetEnvironmentVariable(AgentVariables.FormerModifiableAssemblies, null);
        Environment.SetEnvironmentVariable(AgentVariables.StartupHooks, WithoutAgent(hooks, agentPath));
        if (former is not null)
        {
            Environment.SetEnvironmentVariable(AgentVariables.ModifiableAssemblies, FormerValue(former));
        }

        return string.IsNullOrEmpty(pipe) || string.IsNullOrEmpty(secret) ? null : new(pipe, secret, recovery);
    }

    /// <summary>The user's own startup hooks, in their order; null when there are none.</summary>
    public static string? WithoutAgent(string? hooks, string agentPath)
    {
        if (hooks is null || hooks == agentPath)
        {
            return null;
        }

        string? kept = null;
        foreach (var hook in hooks.Split(Path.PathSeparator))
        {
            if (hook != agentPath && hook.Length > 0)
            {
                kept = kept is null ? hook : kept + Path.PathSeparator + hook;
            }
        }

        return kept;
    }

    static string? FormerValue(string former) =>
        former == AgentVariables.Unset ? null : former[AgentVariables.ValuePrefix.Length..];
}
