using System.Diagnostics;
using HotReload.Runtime.Launch;
using HotReload.Runtime.Processes;
using HotReload.RuntimeTests.Kit;

namespace HotReload.RuntimeTests.Launch;

public sealed class TerminalTests
{
    [Test]
    public async Task A_program_in_the_clients_terminal_is_reloaded_and_stopped_like_any_other()
    {
        await using var fixture = new ProgramFixture();
        var program = fixture.Program(Programs.Asking);
        using var terminal = new Terminal();
        var result = await fixture.TryLaunchAsync(program.Path, null, terminal);
        var running = result.Program!;
        Assert.That(running.ProcessId, Is.EqualTo(terminal.Process!.Id));

        var reload = await running.ApplyAsync(
            new(1, [program.Change("first", "second", "Answer.Text")]), CancellationToken.None).WaitAsync(Hang.Guard);
        Assert.That(reload.Succeeded);

        await terminal.Process.StandardInput.WriteLineAsync("after");
        Assert.That(await terminal.Process.StandardOutput.ReadLineAsync(), Is.EqualTo("ready"));
        Assert.That(await terminal.Process.StandardOutput.ReadLineAsync(), Is.EqualTo("after: second"));

        await running.StopAsync().WaitAsync(Hang.Guard);
        await terminal.Process.WaitForExitAsync().WaitAsync(Hang.Guard);
        Assert.That((await running.Exited.WaitAsync(Hang.Guard)).Requested);
    }

    [Test]
    public async Task A_command_for_the_terminal_does_not_show_its_secret_as_text()
    {
        await using var fixture = new ProgramFixture();
        using var terminal = new Terminal();
        await fixture.TryLaunchAsync(fixture.Program(Programs.Asking).Path, null, terminal);

        Assert.That(terminal.Command!.ToString(), Is.EqualTo(terminal.Command.Executable));
    }

    /// <summary>A terminal opens slowly on a busy machine; that is no fault of the program's.</summary>
    [Test]
    public async Task The_time_for_the_agents_word_begins_when_the_client_has_started_the_program()
    {
        await using var fixture = new ProgramFixture();
        var options = LauncherOptions.Default with { ConnectTime = TimeSpan.FromSeconds(5) };
        using var terminal = new Terminal { Opening = cancellationToken => Task.Delay(options.ConnectTime + TimeSpan.FromSeconds(1), cancellationToken) };
        var result = await fixture.TryLaunchAsync(fixture.Program(Programs.Asking).Path, options, terminal);

        Assert.That(result.Failure?.Reason, Is.Null);
    }

    [Test]
    public async Task FAULT_30_a_program_that_the_client_starts_after_it_was_given_up_ends_by_itself()
    {
        await using var fixture = new ProgramFixture();
        var options = LauncherOptions.Default with { TerminalTime = TimeSpan.FromSeconds(1) };
        using var terminal = new Terminal { Opening = cancellationToken => Task.Delay(Timeout.Infinite, cancellationToken) };
        var result = await fixture.TryLaunchAsync(fixture.Program(Programs.Asking).Path, options, terminal);
        Assert.That(result.Failure!.Reason, Is.EqualTo("The editor did not start the program in its terminal within 1 seconds."));

        terminal.Start();
        await terminal.Process!.WaitForExitAsync().WaitAsync(Hang.Guard);
        Assert.That(await terminal.Process.StandardError.ReadToEndAsync(), Does.Contain("the server does not answer"));

        // As the server does when it ends.
        ServerFolders.RemoveOwn();
    }

    [Test]
    public async Task A_client_that_can_not_open_a_terminal_says_why()
    {
        await using var fixture = new ProgramFixture();
        using var terminal = new Terminal { Opening = _ => throw new InvalidOperationException("No terminal is left.") };

        Assert.That(
            async () => await fixture.TryLaunchAsync(fixture.Program(Programs.Asking).Path, null, terminal),
            Throws.InvalidOperationException.With.Message.EqualTo("No terminal is left."));
    }

    /// <summary>A client that runs what it is given, as an editor's terminal would.</summary>
    sealed class Terminal : IClientTerminal, IDisposable
    {
        public Process? Process { get; private set; }

        public TerminalCommand? Command { get; private set; }

        /// <summary>What the terminal does before it starts the program.</summary>
        public Func<CancellationToken, Task> Opening { get; init; } = _ => Task.CompletedTask;

        public async Task RunAsync(TerminalCommand command, CancellationToken cancellationToken)
        {
            Command = command;
            await Opening(cancellationToken);
            Start();
        }

        public void Start()
        {
            var command = Command!;
            var start = new ProcessStartInfo(command.Executable, command.Arguments)
            {
                WorkingDirectory = command.WorkingDirectory,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var (name, value) in command.Environment)
            {
                start.Environment[name] = value;
            }

            Process = Process.Start(start);
        }

        public void Dispose() => Process?.Dispose();
    }
}
