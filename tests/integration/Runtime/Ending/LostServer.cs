using System.Diagnostics;
using HotReload.Runtime.Agents;
using HotReload.Runtime.Launch;
using HotReload.Runtime.Pipes;
using HotReload.RuntimeTests.Kit;

namespace HotReload.RuntimeTests.Ending;

/// <summary>A server's end of the pipe that can vanish, while the program's streams stay with the test.</summary>
sealed class LostServer : IDisposable
{
    readonly Process _process;
    readonly AgentConnection _connection;

    LostServer(Process process, AgentConnection connection)
    {
        _process = process;
        _connection = connection;
        ProgramExit = process.WaitForExitAsync();
    }

    public Task ProgramExit { get; }

    public static async Task<LostServer> StartAsync(TestProgram program, ProgramFixture fixture)
    {
        using var endpoint = PrivatePipe.Create();
        var secret = new AgentSecret();
        var listener = new AgentListener(endpoint, new AgentHandshake(secret, ProgramFixture.NoReplay), TimeProvider.System);
        var accepting = listener.AcceptAsync(CancellationToken.None);
        var process = Start(program, fixture, endpoint.Name, secret.Value);
        process.OutputDataReceived += (_, line) =>
            fixture.Output.Add(new(process.Id, Core.Ports.OutputKind.Stdout, line.Data + "\n"));
        process.BeginOutputReadLine();
        return new(process, await accepting.WaitAsync(Hang.Guard));
    }

    /// <summary>Starts a program that finds its server at a pipe.</summary>
    public static Process Start(TestProgram program, ProgramFixture fixture, string pipe, string secret)
    {
        var options = LauncherOptions.Default;
        var start = new ProcessStartInfo(Path.Combine(options.DotnetRoot, DotnetHost.FileName), ["exec", program.Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in AgentEnvironment.Add(
            fixture.Variables, Environment.GetEnvironmentVariable, options.AgentPath, pipe, secret))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public void Kill() => _connection.Stream.Dispose();

    public void Dispose()
    {
        _connection.Stream.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
