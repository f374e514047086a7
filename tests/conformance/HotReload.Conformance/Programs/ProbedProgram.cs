using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Pipes;
using System.Text;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Runtime.Launch;

namespace HotReload.Conformance.Programs;

/// <summary>A program that runs with the product's agent and our prober inside.</summary>
sealed class ProbedProgram : IAsyncDisposable
{
    /// <summary>How long an answer may take.</summary>
    static readonly TimeSpan s_answerTime = TimeSpan.FromSeconds(20);

    static readonly string s_prober = Path.Combine(AppContext.BaseDirectory, "prober", "HotReload.Conformance.Prober.dll");
    static readonly ProgramLauncher s_launcher = new(
        LauncherOptions.Default with { ConnectTime = TimeSpan.FromSeconds(30) }, TimeProvider.System);

    readonly NamedPipeServerStream _line;
    readonly ConcurrentQueue<string> _errors;
    readonly StreamReader _answers;
    readonly StreamWriter _questions;

    ProbedProgram(IRunningProgram running, NamedPipeServerStream line, ConcurrentQueue<string> errors)
    {
        (Running, _line, _errors) = (running, line, errors);
        _answers = new(line, Encoding.ASCII, leaveOpen: true);
        _questions = new(line, Encoding.ASCII, leaveOpen: true);
    }

    /// <summary>The program as the pipeline knows it.</summary>
    public IRunningProgram Running { get; }

    /// <summary>Starts it.</summary>
    /// <exception cref="ProgramLostException">It does not run.</exception>
    public static async Task<ProbedProgram> StartAsync(
        string assembly, Func<ImmutableArray<Generation>> replay, CancellationToken cancellationToken)
    {
        var name = "hr-conformance-" + Path.GetRandomFileName();
        var line = new NamedPipeServerStream(
            name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        var environment = ImmutableDictionary<string, string?>.Empty
            .Add("DOTNET_STARTUP_HOOKS", s_prober)
            .Add("HOTRELOAD_CONFORMANCE_PIPE", name);
        var command = new LaunchCommand(assembly, [], Path.GetDirectoryName(assembly)!, environment, _ => Task.FromResult(replay()));
        var errors = new ConcurrentQueue<string>();
        var result = await s_launcher.LaunchAsync(command, Keep, cancellationToken);
        if (!result.Succeeded)
        {
            await line.DisposeAsync();
            throw new ProgramLostException($"{result.Failure.Reason} {result.Failure.OutputTail}");
        }

        var program = new ProbedProgram(result.Program, line, errors);
        try
        {
            await program.WithinAsync(line.WaitForConnectionAsync, cancellationToken);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }

        void Keep(ProgramOutput output)
        {
            if (output.Kind == OutputKind.Stderr)
            {
                errors.Enqueue(output.Text);
            }
        }
    }

    /// <summary>What <c>Probe.Run()</c> returns now.</summary>
    /// <exception cref="ProgramLostException">There was no answer.</exception>
    public async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        string? answer = null;
        await WithinAsync(
            async token =>
            {
                await _questions.WriteLineAsync("run".AsMemory(), token);
                await _questions.FlushAsync(token);
                answer = await _answers.ReadLineAsync(token);
            },
            cancellationToken);
        return answer is null
            ? throw await LostAsync()
            : Encoding.UTF8.GetString(Convert.FromBase64String(answer));
    }

    public async ValueTask DisposeAsync()
    {
        await Running.DisposeAsync();
        await _line.DisposeAsync();
    }

    async Task WithinAsync(Func<CancellationToken, Task> exchange, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(s_answerTime);
        var going = exchange(end.Token);
        try
        {
            if (await Task.WhenAny(going, Running.Exited) != going)
            {
                await end.CancelAsync();
            }

            await going;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw Running.Exited.IsCompletedSuccessfully
                ? await LostAsync()
                : new ProgramLostException($"The program did not answer within {s_answerTime.TotalSeconds} seconds.");
        }
    }

    async Task<ProgramLostException> LostAsync() =>
        new($"The program ended with exit code {(await Running.Exited).ExitCode} instead of answering. {string.Concat(_errors).Trim()}".Trim());
}
