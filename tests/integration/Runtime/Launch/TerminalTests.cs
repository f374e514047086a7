using System.Diagnostics;
using HotReload.Runtime.Launch;
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

    /// <summary>A client that runs what it is given, as an editor's terminal would.</summary>
    sealed class Terminal : IClientTerminal, IDisposable
    {
        public Process? Process { get; private set; }

        public TerminalCommand? Command { get; private set; }

        public Task RunAsync(TerminalCommand command, CancellationToken cancellationToken)
        {
            Command = command;
            var start = new ProcessStartInfo(command.Executable, command.Arguments)
            {
                WorkingDirectory = command.WorkingDirectory,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            foreach (var (name, value) in command.Environment)
            {
                start.Environment[name] = value;
            }

            Process = Process.Start(start);
            return Task.CompletedTask;
        }

        public void Dispose() => Process?.Dispose();
    }
}
