using System.IO.Pipes;

namespace HotReload.Runtime.Agents;

/// <summary>Waits for one agent. Peers that are not it are cut off and do not keep it from being heard.</summary>
sealed class AgentListener(AgentEndpoint endpoint, AgentHandshake handshake, TimeProvider time)
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
        try
        {
            return await accepted.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            await done.CancelAsync();
            await Task.WhenAll(listening);
            endpoint.Dispose();
        }
    }

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
            using var late = new CancellationTokenSource(AgentHandshake.HelloTime, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
            return await handshake.RunAsync(pipe, either.Token);
        }
        catch (Exception exception) when (exception
            is IOException or OperationCanceledException or UnauthorizedAccessException)
        {
            // The peer left, was too slow, or is another user.
            return null;
        }
    }
}
