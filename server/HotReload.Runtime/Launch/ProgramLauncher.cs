using System.Collections.Immutable;
using HotReload.Agent.Contract;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Runtime.Agents;
using HotReload.Runtime.Pipes;
using HotReload.Runtime.Processes;

namespace HotReload.Runtime.Launch;

/// <summary>Starts programs with the agent inside.</summary>
public sealed class ProgramLauncher
{
    readonly LauncherOptions _options;
    readonly TimeProvider _time;
    readonly IClientTerminal? _terminal;
    readonly ProcessPlatform _platform = ProcessPlatform.ForThisSystem();

    /// <param name="options">Where things are.</param>
    /// <param name="time">The clock of all waits.</param>
    /// <param name="terminal">Needed for <see cref="TerminalMode.Client"/> only.</param>
    public ProgramLauncher(LauncherOptions options, TimeProvider time, IClientTerminal? terminal = null)
    {
        _options = options;
        _time = time;
        _terminal = terminal;
    }

    /// <summary>
    /// Starts a program and waits until its agent has connected and replayed the earlier generations. The program's own
    /// code runs from then on. Whatever keeps it from that is a <see cref="LaunchFailure"/>, with nothing left running.
    /// </summary>
    /// <param name="command">What to start.</param>
    /// <param name="output">Gets what the program writes. Called from one thread a stream; a slow one slows the program.</param>
    /// <param name="cancellationToken">Gives up and ends what was started.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async Task<LaunchResult> LaunchAsync(
        LaunchCommand command,
        Action<ProgramOutput> output,
        CancellationToken cancellationToken)
    {
        if (!File.Exists(_options.AgentPath))
        {
            return Failed("The hot reload agent is missing from this installation.");
        }

        using var endpoint = PrivatePipe.Create();
        var secret = new AgentSecret();
        var handshake = new AgentHandshake(secret, command.Replay, command.State, command.Crash);
        var listener = new AgentListener(endpoint, handshake, _time);
        using var config = RuntimeConfigCopy.For(command.Target);
        var file = ProgramFile.For(command, _options.DotnetRoot, config?.FullPath);
        var start = new TerminalCommand(
            file.Path, file.Arguments, command.WorkingDirectory, Variables(command, file, endpoint, secret));
        var attempt = new LaunchAttempt(_options, _time, _platform, listener, handshake, secret, command.Signals);
        return command.Terminal == TerminalMode.Client
            ? await attempt.InTerminalAsync(_terminal ?? throw new InvalidOperationException("No terminal."), start, cancellationToken)
            : await attempt.HereAsync(start, output, cancellationToken);
    }

    static LaunchResult Failed(string reason) => LaunchResult.Failed(new(reason, "", null));

    RecoveryTerms? TermsOf(LaunchCommand command) =>
        command.Recovery is { } place && _platform.Table.Find(Environment.ProcessId) is { } self
            ? new(
                self.Id, self.Started, place.Owner.Id, place.Owner.Started,
                command.Terminal == TerminalMode.Client ? RecoveryTerms.Terminal : RecoveryTerms.Pipes, place.Folder)
            : null;

    ImmutableDictionary<string, string?> Variables(
        LaunchCommand command, ProgramFile file, PrivatePipe endpoint, AgentSecret secret)
    {
        var variables = AgentEnvironment.Add(
            command.Environment, Environment.GetEnvironmentVariable, _options.AgentPath, endpoint.Name, secret.Value);
        if (TermsOf(command) is { } terms)
        {
            variables = variables.SetItem(AgentVariables.Recovery, terms.ToString());
        }

        // An apphost looks in the machine's usual places only, and the SDK in use may lie elsewhere.
        return file.IsAppHost && !variables.ContainsKey("DOTNET_ROOT") && Environment.GetEnvironmentVariable("DOTNET_ROOT") is null
            ? variables.Add("DOTNET_ROOT", _options.DotnetRoot)
            : variables;
    }
}
