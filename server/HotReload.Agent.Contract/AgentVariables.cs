namespace HotReload.Agent.Contract;

/// <summary>The environment variables through which a program gets its agent. The agent clears all of them.</summary>
internal static class AgentVariables
{
    /// <summary>The runtime's own: assemblies whose <c>StartupHook.Initialize</c> runs before <c>Main</c>.</summary>
    public const string StartupHooks = "DOTNET_STARTUP_HOOKS";

    /// <summary>The runtime's own: <c>debug</c> makes assemblies of Debug builds updatable.</summary>
    public const string ModifiableAssemblies = "DOTNET_MODIFIABLE_ASSEMBLIES";

    /// <summary>ASP.NET Core's own: assemblies that take part in the start of a web host.</summary>
    public const string HostingStartups = "ASPNETCORE_HOSTINGSTARTUPASSEMBLIES";

    /// <summary>Name or socket path of the pipe.</summary>
    public const string Pipe = "HOTRELOAD_AGENT_PIPE";

    /// <summary>What the agent shows to prove that it is the program that was started.</summary>
    public const string Secret = "HOTRELOAD_AGENT_SECRET";

    /// <summary>
    /// What <see cref="ModifiableAssemblies"/> was before the launcher set it: <see cref="Unset"/>, or
    /// <see cref="ValuePrefix"/> and the value. Absent where the launcher did not change it.
    /// </summary>
    public const string FormerModifiableAssemblies = "HOTRELOAD_AGENT_MODIFIABLE";

    /// <summary>How the program may outlive its server until the next one comes; absent where it may not. See <see cref="RecoveryTerms"/>.</summary>
    public const string Recovery = "HOTRELOAD_AGENT_RECOVERY";

    /// <summary>The former value of a variable that did not exist.</summary>
    public const string Unset = "unset";

    /// <summary>Precedes the former value of a variable that did exist.</summary>
    public const string ValuePrefix = "=";
}
