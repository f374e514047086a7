using HotReload.Agent.Contract.Json;
using HotReload.Agent.Updates;

namespace HotReload.Agent.Start;

/// <summary>Brings a new process up to the generation that the session is at.</summary>
static class Replay
{
    /// <summary>Applies what is loaded and keeps the rest. No handlers run: no user code has cached anything yet.</summary>
    public static void Run(byte[] answer, DeltaApplier applier)
    {
        using var message = AgentMessage.Parse(answer);
        foreach (var generation in HelloJson.ReadResult(message.Body))
        {
            applier.Apply(generation);
        }
    }
}
