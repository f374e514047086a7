using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using HotReload.Core.Ports;
using HotReload.Runtime.Agents;
using HotReload.Runtime.Processes;

namespace HotReload.Runtime.Launch;

/// <summary>One start of a program, from the listening pipe to the connected agent or the failure.</summary>
sealed class LaunchAttempt(
    LauncherOptions options,
    TimeProvider time,
    ProcessPlatform platform,
    AgentListener listener,
    AgentHandshake handshake,
    AgentSecret secret,
    ProgramSignals signals)
{
    readonly ProcessStop _stop = new(platform, time);

    /// <summary>Starts the program as a child of this process.</summary>
    public async Task<LaunchResult> HereAsync(
        TerminalCommand command, Action<ProgramOutput> output, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.ConnectTime, time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        handshake.Greeted += () => late.CancelAfter(Timeout.InfiniteTimeSpan);
        var accepting = listener.AcceptAsync(deadline.Token);
        var tail = new OutputTail();
        ChildProcess process;
        try
        {
            process = ChildProcess.Start(StartInfo(command), platform, Pass, time);
        }
        catch (Win32Exception exception)
        {
            await deadline.CancelAsync();
            await Settled(accepting);
            return LaunchResult.Failed(new($"The program could not be started: {exception.Message}", "", null));
        }

        await Task.WhenAny(accepting, process.Exited);
        if (!accepting.IsCompleted)
        {
            // It ended. What it last said on the pipe may still be on its way, but nobody is left to talk to.
            await deadline.CancelAsync();
        }

        if (await Settled(accepting) is { } connection)
        {
            return await StartedAsync(process, connection, TerminalMode.Server, tail);
        }

        var ended = process.Exited.IsCompletedSuccessfully ? await process.Exited : null;
        var reason = process.Exited.IsCompleted ? EndedReason(ended) : SilentReason();
        await _stop.RunAsync(process);
        process.Dispose();
        cancellationToken.ThrowIfCancellationRequested();
        return LaunchResult.Failed(new(reason, tail.Text, ended));

        void Pass(ProgramOutput piece)
        {
            tail.Add(piece);
            output(piece);
        }
    }

    /// <summary>Has the client start the program in a terminal.</summary>
    public async Task<LaunchResult> InTerminalAsync(
        IClientTerminal terminal, TerminalCommand command, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var greeted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        handshake.Greeted += () => greeted.TrySetResult();
        var accepting = listener.AcceptAsync(end.Token);
        string? reason;
        try
        {
            reason = await StartAsync(terminal, command, greeted.Task, cancellationToken);
        }
        finally
        {
            if (!greeted.Task.IsCompleted)
            {
                await end.CancelAsync();
            }
        }

        if (await Settled(accepting) is { } connection)
        {
            return await StartedAsync(
                new TerminalProcess(connection.Hello.ProcessId, platform.Table, time), connection, TerminalMode.Client, new OutputTail());
        }

        // The client may start the program yet; nobody here knows its process, so it has to end by itself then.
        listener.Abandon();
        cancellationToken.ThrowIfCancellationRequested();
        return LaunchResult.Failed(new(reason ?? SilentReason(), "", null));
    }

    /// <summary>
    /// Waits for the program's first word. A terminal may take long to open, so the time for that word begins when the client has started the
    /// program.
    /// </summary>
    /// <returns>Null where it has come, or else why it is waited for no longer.</returns>
    async Task<string?> StartAsync(IClientTerminal terminal, TerminalCommand command, Task greeted, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.TerminalTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var running = terminal.RunAsync(command, either.Token);
        await Task.WhenAny(greeted, running);
        if (!greeted.IsCompleted)
        {
            try
            {
                await running.WaitAsync(either.Token);
            }
            catch (OperationCanceledException)
            {
                return $"The editor did not start the program in its terminal within {Seconds(options.TerminalTime)} seconds.";
            }

            await Task.WhenAny(greeted, Task.Delay(options.ConnectTime, time, cancellationToken));
        }

        return greeted.IsCompleted ? null : SilentReason();
    }

    static ProcessStartInfo StartInfo(TerminalCommand command)
    {
        var start = new ProcessStartInfo(command.Executable, command.Arguments) { WorkingDirectory = command.WorkingDirectory };
        foreach (var (name, value) in command.Environment)
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        return start;
    }

    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    static async Task<AgentConnection?> Settled(Task<AgentConnection> accepting)
    {
        try
        {
            return await accepting;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    static string EndedReason(int? exitCode) => exitCode is { } code
        ? string.Create(CultureInfo.InvariantCulture, $"The program ended with exit code {code} before its agent had connected.")
        : "The program ended before its agent had connected.";

    async Task<LaunchResult> StartedAsync(IProgramProcess process, AgentConnection connection, TerminalMode terminal, OutputTail tail)
    {
        var program = new RunningProgram(
            process, new AgentChannel(connection, signals, time), connection.Hello.Capabilities, _stop, time);
        if (connection.ReplayError is not { } error)
        {
            tail.Release();
            return LaunchResult.Started(
                program, process.Identity is { } identity ? new(identity, secret.Value, terminal) : null);
        }

        await program.DisposeAsync();
        return LaunchResult.Failed(new($"The program could not be brought up to the session's state: {error}", tail.Text, null));
    }

    string SilentReason()
    {
        var sentence = $"The program's agent did not connect within {Seconds(options.ConnectTime)} seconds. Is it a program for .NET 8 or later?";
        return handshake.LastRefusal is { } refusal ? $"{sentence} Something else did: {refusal}." : sentence;
    }
}
