using System.Text.Json;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.JsonRpc.Framing;
using HotReload.Runtime.Processes;

namespace HotReload.Runtime.Agents;

/// <summary>Meets the program of a server that has ended: each side proves to the other that it knows the secret, and neither tells it.</summary>
sealed class RejoinGreeting(AgentSecret secret, int processId, ProcessIdentity self) : IAgentGreeting
{
    const int MaxHeaderBytes = 1024;

    /// <summary>What the program is like; null before it has been met.</summary>
    public AgentRejoined? Program { get; private set; }

    /// <summary>What it wrote meanwhile.</summary>
    public AgentOutput[] Kept { get; private set; } = [];

    /// <inheritdoc/>
    public async Task<AgentConnection?> RunAsync(Stream stream, TimeProvider time, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(AgentHandshake.HelloTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await MeetAsync(stream, either.Token);
        }
        catch (AgentFormatException)
        {
            return null;
        }
    }

    async Task<AgentConnection?> MeetAsync(Stream stream, CancellationToken cancellationToken)
    {
        // The reader for strangers is capped; nobody sends two messages before an answer.
        var stranger = new FrameReader(stream, new(MaxHeaderBytes, AgentProtocol.MaxHelloBytes));
        if (await HearAsync(stranger, AgentProtocol.Rejoin, RejoinJson.Read, cancellationToken) is not { } rejoin
            || rejoin.Protocol != AgentProtocol.Version || rejoin.ProcessId != processId)
        {
            return null;
        }

        var writer = new FrameWriter(stream);
        var challenge = RejoinProof.Challenge();
        var proof = RejoinProof.Make(secret.Value, RejoinProof.Server, rejoin.Challenge);
        await writer.WriteAsync(RejoinJson.Answer(new(proof, challenge, self.Id, self.Started)), cancellationToken);
        var reader = new FrameReader(stream, new(MaxHeaderBytes, AgentProtocol.MaxBodyBytes));
        if (await HearAsync(reader, AgentProtocol.Rejoined, RejoinJson.ReadRejoined, cancellationToken) is not { } program
            || !RejoinProof.Holds(program.Proof, secret.Value, RejoinProof.Program, challenge)
            || await HearAsync(reader, AgentProtocol.KeptOutput, RejoinJson.ReadKept, cancellationToken) is not { } kept)
        {
            return null;
        }

        (Program, Kept) = (program, kept);
        return new(stream, reader, writer, new(AgentProtocol.Version, "", processId, "", program.Capabilities), null, null);
    }

    static async Task<T?> HearAsync<T>(FrameReader reader, string method, Func<JsonElement, T> read, CancellationToken cancellationToken)
        where T : class
    {
        var frame = await reader.ReadAsync(cancellationToken);
        if (frame.Status != FrameReadStatus.Frame)
        {
            return null;
        }

        using var message = AgentMessage.Parse(frame.Body);
        return message.Method == method ? read(message.Body) : null;
    }
}
