using HotReload.Agent.Start;

/// <summary>What the runtime looks for in a startup hook: this very name, without a namespace.</summary>
static class StartupHook
{
    /// <summary>Runs before the program's <c>Main</c>, on its thread. Never throws.</summary>
    public static void Initialize() => AgentStart.Run();
}
