using System.Text.Json;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.JsonRpc.Framing;

namespace HotReload.Runtime.Agents;

/// <summary>What an accepted agent says before it lets its program run.</summary>
sealed class AgentStart(FrameReader reader)
{
    const string Broken = "The program's agent broke the protocol";

    /// <summary>Why the earlier generations could not be replayed; null where they were.</summary>
    public async Task<string?> ReplayErrorAsync(CancellationToken cancellationToken)
    {
        var (modules, error) = await HearAsync(AgentProtocol.Replayed, ModuleReloadJson.ReadList, cancellationToken);
        return error ?? modules!.FirstOrDefault()?.Error;
    }

    /// <summary>What was restored so far, or why nothing was heard of it.</summary>
    public Task<(AgentStateReport? Report, string? Error)> RestoredAsync(CancellationToken cancellationToken) =>
        HearAsync(AgentProtocol.Restored, StateJson.Read, cancellationToken);

    async Task<(T? Said, string? Error)> HearAsync<T>(string method, Func<JsonElement, T> read, CancellationToken cancellationToken)
        where T : class
    {
        var frame = await reader.ReadAsync(cancellationToken);
        if (frame.Status != FrameReadStatus.Frame)
        {
            return (null, "The connection to the program was lost.");
        }

        try
        {
            using var message = AgentMessage.Parse(frame.Body);
            return message.Method == method ? (read(message.Body), null) : (null, $"{Broken}.");
        }
        catch (AgentFormatException exception)
        {
            return (null, $"{Broken}: {exception.Message}");
        }
    }
}
