using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.Agent.State;
using HotReload.Agent.Updates;

namespace HotReload.Agent.Start;

/// <summary>Brings a new process up to the generation that the session is at.</summary>
static class Replay
{
    /// <summary>
    /// Applies what is loaded and keeps the rest, then restores the state that came along. No handlers run: no user code has cached
    /// anything yet. Tells the server of both.
    /// </summary>
    public static void Run(byte[] answer, DeltaApplier applier, StateSession state, Action<byte[]> tell)
    {
        using var message = AgentMessage.Parse(answer);
        var (generations, restore) = HelloJson.ReadResult(message.Body);
        if (generations.Length > 0)
        {
            tell(Apply(generations, applier));
        }

        if (restore is not null)
        {
            state.Start(restore, tell);
        }
    }

    static byte[] Apply(AgentGeneration[] generations, DeltaApplier applier)
    {
        var failed = new List<AgentModuleReload>();
        foreach (var generation in generations)
        {
            foreach (var module in applier.Apply(generation))
            {
                if (module.Outcome == AgentModuleOutcome.Failed)
                {
                    failed.Add(module);
                }
            }
        }

        return ModuleReloadJson.Replayed(failed);
    }
}
