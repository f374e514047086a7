using System.Collections.Immutable;
using System.Text;
using HotReload.Agent.Contract;
using HotReload.Core.Ports;
using HotReload.Runtime.Agents;
using HotReload.Runtime.Pipes;
using HotReload.Runtime.Processes;

namespace HotReload.Runtime.Launch;

/// <summary>Takes over a program whose server has ended.</summary>
public sealed class ProgramRejoin(TimeProvider time)
{
    /// <summary>How long the program's agent may take to come; it looks for a new server twenty times a second.</summary>
    public static readonly TimeSpan MeetingTime = TimeSpan.FromSeconds(5);

    readonly ProcessPlatform _platform = ProcessPlatform.ForThisSystem();

    /// <summary>Says in the session's folder that this server is there, and waits for the program.</summary>
    /// <param name="ticket">What is known of the program.</param>
    /// <param name="folder">The session's folder.</param>
    /// <param name="signals">Who is told what the program's agent says by itself.</param>
    /// <param name="output">Gets what the program writes, and what it wrote while no server was there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where the program is gone, or does not come.</returns>
    public async Task<RejoinedProgram?> RunAsync(
        ProgramTicket ticket, string folder, ProgramSignals signals, Action<ProgramOutput> output, CancellationToken cancellationToken)
    {
        if (!ticket.Process.Runs())
        {
            // Its server, which would have done it, has ended, too.
            ticket.Process.ClearUp();
            return null;
        }

        var self = ProcessIdentity.Find(Environment.ProcessId)!.Value;
        var greeting = new RejoinGreeting(new AgentSecret(ticket.Secret), ticket.Process.Id, self);
        return await MeetAsync(greeting, folder, cancellationToken) is { } connection
            ? Adopt(ticket, connection, greeting, signals, output)
            : null;
    }

    async Task<AgentConnection?> MeetAsync(RejoinGreeting greeting, string folder, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(MeetingTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var endpoint = PrivatePipe.Create();
        var accepting = new AgentListener(endpoint, greeting, time).AcceptAsync(either.Token);
        var sign = Path.Combine(folder, AgentProtocol.RejoinFile);
        try
        {
            // Written as a whole: the program reads it as soon as it is there.
            await File.WriteAllTextAsync(sign + ".new", endpoint.Name, either.Token);
            File.Move(sign + ".new", sign, overwrite: true);
            return await accepting;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await either.CancelAsync();
            await accepting.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            File.Delete(sign);
        }
    }

    RejoinedProgram? Adopt(
        ProgramTicket ticket, AgentConnection connection, RejoinGreeting greeting, ProgramSignals signals, Action<ProgramOutput> output)
    {
        Pass(greeting.Kept, ticket.Process.Id, output);
        IProgramProcess? process = ticket.Terminal == TerminalMode.Client
            ? new TerminalProcess(ticket.Process.Id, _platform.Table, time)
            : AdoptedProcess.TryAdopt(ticket.Process, output, _platform, time);
        if (process is null)
        {
            connection.Stream.Dispose();
            return null;
        }

        var program = new RunningProgram(
            process, new AgentChannel(connection, signals, time), connection.Hello.Capabilities, new ProcessStop(_platform, time), time);
        var said = greeting.Program!;
        return new(
            program, said.Generation,
            [.. said.Modules.Select(module => new ModuleDigest(module.ModuleId, module.Deltas, Convert.ToHexStringLower(module.Digest), module.Error))],
            said.Fault, TimeSpan.FromMilliseconds(said.AwayMilliseconds));
    }

    /// <summary>A character may be cut by the end of a piece.</summary>
    static void Pass(AgentOutput[] kept, int processId, Action<ProgramOutput> output)
    {
        var decoders = ImmutableArray.Create(Encoding.UTF8.GetDecoder(), Encoding.UTF8.GetDecoder());
        foreach (var piece in kept)
        {
            var isError = piece.Stream == 2;
            var decoder = decoders[isError ? 1 : 0];
            var chars = new char[Encoding.UTF8.GetMaxCharCount(piece.Bytes.Length)];
            var count = decoder.GetChars(piece.Bytes, chars, flush: false);
            if (count > 0)
            {
                output(new(processId, isError ? OutputKind.Stderr : OutputKind.Stdout, new string(chars, 0, count)));
            }
        }
    }
}
