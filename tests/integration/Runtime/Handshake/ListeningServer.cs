using System.IO.Pipes;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.JsonRpc.Framing;
using HotReload.Runtime.Agents;
using HotReload.Runtime.Pipes;
using HotReload.RuntimeTests.Kit;

namespace HotReload.RuntimeTests.Handshake;

/// <summary>A server that waits for an agent, and peers that come instead.</summary>
sealed class ListeningServer : IAsyncDisposable
{
    readonly CancellationTokenSource _stop = new();

    public ListeningServer()
    {
        Handshake = new(Secret, ProgramFixture.NoReplay);
        Accepting = new AgentListener(Endpoint, Handshake, TimeProvider.System).AcceptAsync(_stop.Token);
    }

    public PrivatePipe Endpoint { get; } = PrivatePipe.Create();

    public AgentSecret Secret { get; } = new();

    public AgentHandshake Handshake { get; }

    public Task<AgentConnection> Accepting { get; }

    public async Task<NamedPipeClientStream> ConnectAsync()
    {
        var peer = new NamedPipeClientStream(
            ".", Endpoint.Name, PipeDirection.InOut, PipeOptions.CurrentUserOnly | PipeOptions.Asynchronous);
        await peer.ConnectAsync().WaitAsync(Hang.Guard);
        return peer;
    }

    /// <summary>Connects as the right agent and returns its answer.</summary>
    public async Task<byte[]> ConnectRightAgentAsync()
    {
        await using var peer = await ConnectAsync();
        await SayAsync(peer, HelloJson.Request(new(AgentProtocol.Version, Secret.Value, 1, "10.0.0", ["Baseline"])));
        var answer = await new FrameReader(peer).ReadAsync().AsTask().WaitAsync(Hang.Guard);
        await Accepting.WaitAsync(Hang.Guard);
        return answer.Body.ToArray();
    }

    /// <summary>Says something else instead, and returns once it was cut off.</summary>
    public async Task ExpectCutOffAsync(byte[] message)
    {
        await using var peer = await ConnectAsync();
        await SayAsync(peer, message);
        await ExpectEndAsync(peer);
    }

    /// <summary>Returns once the server has closed the connection.</summary>
    public static async Task ExpectEndAsync(Stream peer)
    {
        try
        {
            Assert.That(await peer.ReadAsync(new byte[1]).AsTask().WaitAsync(Hang.Guard), Is.Zero);
        }
        catch (IOException)
        {
            // Closed with bytes unread: reset, which is an end as well.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (Accepting.IsCompletedSuccessfully)
        {
            await (await Accepting).Stream.DisposeAsync();
        }

        _stop.Dispose();
        Endpoint.Dispose();
    }

    static async Task SayAsync(Stream peer, byte[] message)
    {
        using var writer = new FrameWriter(peer);
        await writer.WriteAsync(message);
    }
}
