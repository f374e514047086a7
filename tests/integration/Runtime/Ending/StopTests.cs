using System.Diagnostics;
using HotReload.Runtime.Processes;
using HotReload.RuntimeTests.Kit;

namespace HotReload.RuntimeTests.Ending;

[Platform("Linux,MacOsX")]
public sealed class StopTests
{
    const string WithChild = """
        using System;
        using System.Diagnostics;
        using System.Runtime.InteropServices;
        static class Program
        {
            static void Main()
            {
                using var leave = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Console.WriteLine("leaving"));
                var child = Process.Start("/bin/sh", new[] { "-c", "sleep 1000 & echo grandchild $!; wait" });
                Console.WriteLine("child " + child.Id);
                Console.ReadLine();
            }
        }
        """;

    const string Crashing = """
        using System;
        static class Program
        {
            static void Main()
            {
                Console.WriteLine("here");
                Console.ReadLine();
                throw new InvalidOperationException("crash");
            }
        }
        """;

    /// <summary>What an agent ends its program with when nobody else would.</summary>
    const int ServerLossExitCode = 113;

    [Test]
    public async Task Stop_lets_the_program_leave_and_ends_its_children_that_would_stay()
    {
        await using var fixture = new ProgramFixture();
        var running = await fixture.LaunchAsync(fixture.Program(WithChild));
        var (child, grandchild) = await ChildrenAsync(fixture);
        await running.StopAsync().WaitAsync(Hang.Guard);

        Assert.That(fixture.Output.Stdout, Does.Contain("leaving"));
        Assert.That(Signals.IsRunning(running.ProcessId), Is.False);
        Assert.That(Signals.IsRunning(child), Is.False);
        Assert.That(Signals.IsRunning(grandchild), Is.False);
        Assert.That((await running.Exited.WaitAsync(Hang.Guard)).Requested);
    }

    [Test]
    public async Task Stop_can_be_asked_for_again_and_again()
    {
        await using var fixture = new ProgramFixture();
        var running = await fixture.LaunchAsync(fixture.Program(WithChild));
        await Task.WhenAll(running.StopAsync(), running.StopAsync()).WaitAsync(Hang.Guard);
        await running.StopAsync().WaitAsync(Hang.Guard);

        Assert.That(running.Exited.IsCompletedSuccessfully);
    }

    [Test]
    public async Task A_program_that_does_not_listen_is_killed_with_its_children()
    {
        await using var fixture = new ProgramFixture();
        var running = await fixture.LaunchAsync(fixture.Program(WithChild));
        var (child, grandchild) = await ChildrenAsync(fixture);
        var left = RuntimeFilesOf(running.ProcessId);
        Assert.That(left, Has.All.Matches<string>(File.Exists));
        Signals.Stop(running.ProcessId);
        await running.StopAsync().WaitAsync(Hang.Guard);

        Assert.That(left, Has.None.Matches<string>(File.Exists));
        Assert.That(Signals.IsRunning(running.ProcessId), Is.False);
        Assert.That(Signals.IsRunning(child), Is.False);
        Assert.That(Signals.IsRunning(grandchild), Is.False);
    }

    [Test]
    public async Task A_program_that_crashes_leaves_nothing_in_the_temporary_folder()
    {
        await using var fixture = new ProgramFixture();
        var running = await fixture.LaunchAsync(fixture.Program(Crashing));
        await fixture.Output.WaitForAsync("here");
        var left = RuntimeFilesOf(running.ProcessId);
        Assert.That(left, Has.All.Matches<string>(File.Exists));
        await running.WriteInputAsync("\n", CancellationToken.None);
        Assert.That((await running.Exited.WaitAsync(Hang.Guard)).Requested, Is.False);
        await running.DisposeAsync();

        Assert.That(left, Has.None.Matches<string>(File.Exists));
    }

    [Test]
    public async Task FAULT_35_a_program_whose_server_is_gone_ends_with_its_children_within_five_seconds()
    {
        await using var fixture = new ProgramFixture();
        using var server = await LostServer.StartAsync(fixture.Program(WithChild), fixture);
        var (child, grandchild) = await ChildrenAsync(fixture);
        var lost = Stopwatch.GetTimestamp();
        server.Kill();
        await server.ProgramExit.WaitAsync(Hang.Guard);

        Assert.That(Stopwatch.GetElapsedTime(lost), Is.LessThan(TimeSpan.FromSeconds(5)));
        Assert.That(Signals.IsRunning(child), Is.False);
        Assert.That(Signals.IsRunning(grandchild), Is.False);
    }

    [Test]
    public async Task FAULT_35_a_program_whose_server_was_killed_before_it_could_connect_ends()
    {
        await using var fixture = new ProgramFixture();
        var abandoned = Path.Combine(fixture.Directory, "agent");
        await File.WriteAllTextAsync(abandoned, "");
        using var program = LostServer.Start(fixture.Program(WithChild), fixture, abandoned, "secret");
        await program.WaitForExitAsync().WaitAsync(Hang.Guard);

        Assert.That(program.ExitCode, Is.EqualTo(ServerLossExitCode));
    }

    static List<string> RuntimeFilesOf(int process) =>
        [.. RuntimeFiles.Names(ProcessIdentity.Find(process)!.Value).Select(name => Path.Combine(Path.GetTempPath(), name))];

    static async Task<(int Child, int Grandchild)> ChildrenAsync(ProgramFixture fixture)
    {
        await fixture.Output.WaitForAsync("grandchild ");
        await fixture.Output.WaitForAsync("child ");
        await fixture.Output.WaitForLinesAsync(2);
        int IdAfter(string word) => int.Parse(
            fixture.Output.Stdout.Split('\n').Single(line => line.StartsWith(word, StringComparison.Ordinal))[word.Length..],
            System.Globalization.CultureInfo.InvariantCulture);
        return (IdAfter("child "), IdAfter("grandchild "));
    }
}
