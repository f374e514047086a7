using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.Agent.Start;

namespace HotReload.Agent.Return;

/// <summary>Gives the program to the server that comes after the one it has lost, once that has proved that it knows the secret.</summary>
sealed class Handover(string folder, string secret, Func<byte[], int, AgentRejoined> describe)
{
    /// <summary>How long the other end may take to prove itself.</summary>
    const int ProofMilliseconds = 3_000;

    /// <summary>The new server that says in the session's folder that it is there; null where there is none, or not the right one.</summary>
    /// <param name="away">How long the program has been without a server, in milliseconds.</param>
    /// <param name="kept">Ends the keeping of output, and gives what was kept.</param>
    public (ServerConnection Connection, AgentRejoinAnswer Server)? TryMeet(int away, Func<AgentOutput[]> kept)
    {
        ServerConnection? connection = null;
        try
        {
            connection = FindEndpoint() is { } endpoint ? ServerConnection.Open(endpoint) : null;
            if (connection is not null && Prove(connection) is { } server)
            {
                connection.Write(RejoinJson.Notification(describe(RejoinProof.Make(secret, RejoinProof.Program, server.Challenge), away)));
                connection.Write(RejoinJson.Notification(kept()));
                return (connection, server);
            }
        }
        catch (IOException)
        {
        }
        catch (TimeoutException)
        {
        }
        catch (UnauthorizedAccessException)
        {
        }
        catch (AgentFormatException)
        {
        }

        connection?.Dispose();
        return null;
    }

    AgentRejoinAnswer? Prove(ServerConnection connection)
    {
        // Whoever does not answer is cut off: this process must not hang on it.
        using var late = new Timer(static connection => ((ServerConnection)connection!).Dispose(), connection, ProofMilliseconds, Timeout.Infinite);
        var challenge = RejoinProof.Challenge();
        connection.Write(RejoinJson.Request(new(AgentProtocol.Version, Environment.ProcessId, challenge)));
        if (connection.Read() is not { } said)
        {
            return null;
        }

        using var message = AgentMessage.Parse(said);
        if (message.Id != AgentProtocol.HelloId || message.Error is not null)
        {
            return null;
        }

        var answer = RejoinJson.ReadAnswer(message.Body);
        return RejoinProof.Holds(answer.Proof, secret, RejoinProof.Server, challenge) ? answer : null;
    }

    string? FindEndpoint()
    {
        var file = Path.Combine(folder, AgentProtocol.RejoinFile);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }
}
