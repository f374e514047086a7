using System.Text.Json;
using HotReload.Agent.Contract;

namespace HotReload.Runtime.Agents;

/// <summary>A call to an agent that waits for its answer.</summary>
/// <param name="read">Reads the result.</param>
sealed class PendingCall(Func<JsonElement, object> read)
{
    readonly TaskCompletionSource<AgentReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The answer. Never faults.</summary>
    public Task<AgentReply> Reply => _reply.Task;

    /// <summary>There will be no result.</summary>
    public void Fail(string? error) => _reply.TrySetResult(new(null, error));

    /// <summary>Takes the result. A bad one must still answer the call that waits for it.</summary>
    /// <exception cref="AgentFormatException">It is none.</exception>
    public void Complete(JsonElement body)
    {
        try
        {
            _reply.TrySetResult(new(read(body), null));
        }
        catch (AgentFormatException exception)
        {
            Fail($"The program's agent broke the protocol: {exception.Message}");
            throw;
        }
    }
}
