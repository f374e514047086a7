using HotReload.Runtime.Launch;
using HotReload.RuntimeTests.Kit;

namespace HotReload.RuntimeTests.Launch;

public sealed class LaunchFailureTests
{
    static readonly LauncherOptions Impatient = LauncherOptions.Default with { ConnectTime = TimeSpan.FromSeconds(1) };

    [Test, Platform("Linux,MacOsX")]
    public async Task FAULT_30_a_program_whose_agent_never_connects_is_stopped_and_its_output_shown()
    {
        await using var fixture = new ProgramFixture();
        var result = await fixture.TryLaunchAsync("/bin/sh", Impatient, null, "-c", "echo I am pid $$; exec sleep 1000");

        Assert.That(result.Failure!.Reason, Does.Contain("did not connect within 1 seconds"));
        Assert.That(result.Failure.OutputTail, Does.Contain("I am pid"));
        var id = int.Parse(
            result.Failure.OutputTail.Split(' ')[^1].Trim(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(Signals.IsRunning(id), Is.False);
    }

    [Test]
    public async Task FAULT_30_a_program_that_ends_before_its_agent_connects_tells_why()
    {
        await using var fixture = new ProgramFixture();
        var result = await fixture.TryLaunchAsync(Path.Combine(fixture.Directory, "Missing.dll"));

        Assert.That(result.Failure!.Reason, Does.Contain("ended with exit code"));
        Assert.That(result.Failure.OutputTail, Does.Contain("Missing.dll"));
        Assert.That(result.Failure.ExitCode, Is.Not.Zero);
    }

    [Test]
    public async Task A_program_that_does_not_exist_is_a_failure_and_no_exception()
    {
        await using var fixture = new ProgramFixture();
        var result = await fixture.TryLaunchAsync(Path.Combine(fixture.Directory, "nothing-here"));

        Assert.That(result.Failure!.Reason, Does.StartWith("The program could not be started"));
    }

    [Test]
    public async Task A_missing_agent_is_a_failure()
    {
        await using var fixture = new ProgramFixture();
        var options = Impatient with { AgentPath = Path.Combine(fixture.Directory, "no-agent.dll") };
        var result = await fixture.TryLaunchAsync(fixture.Program(Programs.Asking).Path, options);

        Assert.That(result.Failure!.Reason, Does.Contain("agent is missing"));
    }

    [Test]
    public async Task A_launch_that_is_given_up_leaves_nothing_running()
    {
        await using var fixture = new ProgramFixture();
        using var giveUp = new CancellationTokenSource();
        var launcher = new ProgramLauncher(LauncherOptions.Default, TimeProvider.System);
        var launching = launcher.LaunchAsync(
            new("/bin/sh", ["-c", "echo I am pid $$; exec sleep 1000"], fixture.Directory, fixture.Variables, ProgramFixture.NoReplay),
            fixture.Output.Add,
            giveUp.Token);
        await fixture.Output.WaitForAsync("\n");
        await giveUp.CancelAsync();

        Assert.That(async () => await launching.WaitAsync(Hang.Guard), Throws.InstanceOf<OperationCanceledException>());
        var id = int.Parse(fixture.Output.Stdout.Split(' ')[^1].Trim(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(Signals.IsRunning(id), Is.False);
    }
}
