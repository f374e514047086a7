using System.IO.Pipes;
using HotReload.Runtime.Pipes;

namespace HotReload.Runtime.Agents;

/// <summary>Waits for one agent. Peers that are not it are cut off and do not keep it from being heard.</summary>
sealed class AgentListener(PrivatePipe endpoint, IAgentGreeting handshake, TimeProvider time)
{
    /// <summary>How many peers are heard at a time, so that a silent one does not block the pipe.</summary>
    public const int Listeners = 4;

    /// <summary>Completes with the agent. Only cancellation ends it otherwise.</summary>
    public async Task<AgentConnection> AcceptAsync(CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var accepted = new TaskCompletionSource<AgentConnection>(TaskCreationOptions.RunContinuationsAsynchronously);

        // All listeners exist before the first connects: with none left, the system would take the pipe's name away.
        var listening = Enumerable.Range(0, Listeners)
            .Select(_ => ListenAsync(endpoint.Listen(), accepted, done.Token))
            .ToArray();
        await Task.WhenAny(accepted.Task, Task.WhenAll(listening));
        await done.CancelAsync();
        await Task.WhenAll(listening);

        // An agent that came in the very moment of the cancellation is there, and somebody must own it.
        if (!accepted.Task.IsCompletedSuccessfully)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        endpoint.Dispose();
        return await accepted.Task;
    }

    /// <summary>Nobody waits any more, and whoever comes all the same is to find that out: see <see cref="PrivatePipe.Abandon"/>.</summary>
    public void Abandon() => endpoint.Abandon();

    async Task ListenAsync(
        NamedPipeServerStream pipe, TaskCompletionSource<AgentConnection> accepted, CancellationToken cancellationToken)
    {
        while (true)
        {
            var connection = await HearAsync(pipe, cancellationToken);
            if (connection is not null && accepted.TrySetResult(connection))
            {
                return;
            }

            if (cancellationToken.IsCancellationRequested)
            {
                await pipe.DisposeAsync();
                return;
            }

            var next = endpoint.Listen();
            await pipe.DisposeAsync();
            pipe = next;
        }
    }

    async Task<AgentConnection?> HearAsync(NamedPipeServerStream pipe, CancellationToken cancellationToken)
    {
        try
        {
            await pipe.WaitForConnectionAsync(cancellationToken);
            return await handshake.RunAsync(pipe, time, cancellationToken);
        }
        catch (Exception exception) when (exception
            is IOException or OperationCanceledException or UnauthorizedAccessException)
        {
            // The peer left, was too slow, or is another user.
            return null;
        }
    }
}
