using System.Collections.Immutable;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.Core.Reload;
using HotReload.Core.State;
using HotReload.JsonRpc.Framing;

namespace HotReload.Runtime.Agents;

/// <summary>Decides whether a peer on the pipe is the agent that is waited for.</summary>
sealed class AgentHandshake(AgentSecret secret, Func<CancellationToken, Task<ImmutableArray<Generation>>> replay, StateFile? state = null, StateWatch? crash = null)
    : IAgentGreeting
{
    /// <summary>How long a peer may take to introduce itself.</summary>
    public static readonly TimeSpan HelloTime = TimeSpan.FromSeconds(3);

    const int MaxHeaderBytes = 1024;

    int _accepted;

    /// <summary>Why the last peer was cut off, for the message of a launch that fails. Null when none was.</summary>
    public string? LastRefusal { get; private set; }

    /// <summary>The agent is there. What it is given may still have to be made.</summary>
    public event Action? Greeted;

    /// <summary>Hears a peer out and answers it; null where it is to be cut off.</summary>
    public async Task<AgentConnection?> RunAsync(Stream stream, TimeProvider time, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(HelloTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var hello = await HearAsync(stream, either.Token);
        if (hello is null || (Refusal(hello) is { } refusal && Refuse(refusal)))
        {
            return null;
        }

        // The reader of the hello is capped for strangers; the agent, which has sent nothing since, gets a wider one.
        var reader = new FrameReader(stream, new(MaxHeaderBytes, AgentProtocol.MaxBodyBytes));
        var writer = new FrameWriter(stream);
        Greeted?.Invoke();
        var generations = await replay(cancellationToken);
        var answer = HelloJson.Result([.. generations.Select(WireGeneration.From)], state is null ? null : WireState.From(state, crash));
        await writer.WriteAsync(answer, cancellationToken);
        var start = new AgentStart(reader);
        var error = generations.IsEmpty ? null : await start.ReplayErrorAsync(cancellationToken);
        if (error is null && state is not null)
        {
            (var restored, error) = await start.RestoredAsync(cancellationToken);
            return new(stream, reader, writer, hello, error, restored);
        }

        return new(stream, reader, writer, hello, error, null);
    }

    async Task<AgentHello?> HearAsync(Stream stream, CancellationToken cancellationToken)
    {
        var reader = new FrameReader(stream, new(MaxHeaderBytes, AgentProtocol.MaxHelloBytes));
        var frame = await reader.ReadAsync(cancellationToken);
        if (frame.Status != FrameReadStatus.Frame)
        {
            Refuse("its first message was no frame of this protocol");
            return null;
        }

        try
        {
            using var message = AgentMessage.Parse(frame.Body);
            if (message.Method == AgentProtocol.Hello && message.Id == AgentProtocol.HelloId)
            {
                return HelloJson.Read(message.Body);
            }
        }
        catch (AgentFormatException)
        {
        }

        Refuse("its first message was no greeting");
        return null;
    }

    string? Refusal(AgentHello hello)
    {
        // The secret first: a stranger is told nothing else.
        if (!secret.Matches(hello.Secret))
        {
            return "it did not know the secret";
        }

        if (hello.Protocol != AgentProtocol.Version)
        {
            return $"it speaks version {hello.Protocol} of the protocol and not {AgentProtocol.Version}";
        }

        return Interlocked.Exchange(ref _accepted, 1) == 0 ? null : "the program was connected already";
    }

    bool Refuse(string reason)
    {
        LastRefusal = reason;
        return true;
    }
}
