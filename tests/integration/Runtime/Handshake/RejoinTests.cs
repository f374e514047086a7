using System.IO.Pipes;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.JsonRpc.Framing;
using HotReload.Runtime.Agents;
using HotReload.Runtime.Pipes;
using HotReload.Runtime.Processes;
using HotReload.RuntimeTests.Kit;

namespace HotReload.RuntimeTests.Handshake;

/// <summary>A program and the server after the one it has lost: neither takes anybody for the other who does not know the secret.</summary>
public sealed class RejoinTests
{
    const string Secret = "0123";
    const int Program = 7;

    [Test]
    public async Task The_program_that_knows_the_secret_is_taken_over_with_what_it_wrote()
    {
        var greeting = New();
        var (connection, answer) = await MeetAsync(greeting, Program, challenge => RejoinProof.Make(Secret, RejoinProof.Program, challenge));

        Assert.That(RejoinProof.Holds(answer!.Proof, Secret, RejoinProof.Server, Challenge), "The server has proved itself first.");
        Assert.That(answer.ServerId, Is.EqualTo(1));
        Assert.That(connection, Is.Not.Null);
        Assert.That(greeting.Program!.Generation, Is.EqualTo(3));
        Assert.That(greeting.Kept.Single().Bytes, Is.EqualTo("left"u8.ToArray()));
    }

    [Test]
    public async Task Whoever_does_not_know_it_is_cut_off()
    {
        foreach (var proof in new Func<byte[], byte[]>[]
        {
            challenge => RejoinProof.Make("guess", RejoinProof.Program, challenge),
            _ => [],

            // What the server itself has said, sent back.
            challenge => RejoinProof.Make(Secret, RejoinProof.Server, challenge),
            _ => RejoinProof.Make(Secret, RejoinProof.Program, new byte[RejoinProof.ChallengeBytes]),
        })
        {
            var (connection, _) = await MeetAsync(New(), Program, proof);
            Assert.That(connection, Is.Null);
        }
    }

    [Test]
    public async Task Another_process_is_not_answered()
    {
        var (connection, answer) = await MeetAsync(New(), Program + 1, _ => []);

        Assert.That(connection, Is.Null);
        Assert.That(answer, Is.Null);
    }

    static byte[] Challenge { get; } = [.. Enumerable.Range(0, RejoinProof.ChallengeBytes).Select(item => (byte)item)];

    static RejoinGreeting New() => new(new AgentSecret(Secret), Program, new ProcessIdentity(1, 10));

    static async Task<(AgentConnection? Connection, AgentRejoinAnswer? Answer)> MeetAsync(
        RejoinGreeting greeting, int processId, Func<byte[], byte[]> prove)
    {
        using var endpoint = PrivatePipe.Create();
        await using var listening = endpoint.Listen();
        await using var agent = new NamedPipeClientStream(".", endpoint.Name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await Task.WhenAll(listening.WaitForConnectionAsync(), agent.ConnectAsync()).WaitAsync(Hang.Guard);
        var greeted = CutAsync(greeting.RunAsync(listening, TimeProvider.System, CancellationToken.None), listening);
        var answer = await TalkAsync(agent, processId, prove);
        return (await greeted.WaitAsync(Hang.Guard), answer);
    }

    /// <summary>As the listener does with a stranger.</summary>
    static async Task<AgentConnection?> CutAsync(Task<AgentConnection?> greeting, Stream stream)
    {
        var connection = await greeting;
        if (connection is null)
        {
            await stream.DisposeAsync();
        }

        return connection;
    }

    static async Task<AgentRejoinAnswer?> TalkAsync(Stream stream, int processId, Func<byte[], byte[]> prove)
    {
        var (reader, writer) = (new FrameReader(stream, new(1024, AgentProtocol.MaxHelloBytes)), new FrameWriter(stream));
        await writer.WriteAsync(RejoinJson.Request(new(AgentProtocol.Version, processId, Challenge)));
        if (await reader.ReadAsync() is not { Status: FrameReadStatus.Frame } frame)
        {
            return null;
        }

        using var message = AgentMessage.Parse(frame.Body);
        var answer = RejoinJson.ReadAnswer(message.Body);
        try
        {
            await writer.WriteAsync(RejoinJson.Notification(new AgentRejoined(prove(answer.Challenge), [], 3, null, 0, [])));
            await writer.WriteAsync(RejoinJson.Notification([new AgentOutput(1, "left"u8.ToArray())]));
        }
        catch (IOException)
        {
            // Cut off between the two.
        }

        return answer;
    }
}
