using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.Agent.Updates;

namespace HotReload.Agent.Start;

/// <summary>Brings a new process up to the generation that the session is at.</summary>
static class Replay
{
    /// <summary>
    /// Applies what is loaded and keeps the rest. No handlers run: no user code has cached anything yet. Returns the
    /// message that tells the server.
    /// </summary>
    public static byte[] Run(byte[] answer, DeltaApplier applier)
    {
        using var message = AgentMessage.Parse(answer);
        var failed = new List<AgentModuleReload>();
        foreach (var generation in HelloJson.ReadResult(message.Body))
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
