using HotReload.RuntimeTests.Kit;

namespace HotReload.RuntimeTests.Launch;

public sealed class LaunchTests
{
    [Test]
    public async Task A_program_starts_with_an_agent_that_tells_its_capabilities()
    {
        await using var fixture = new ProgramFixture();
        var running = await fixture.LaunchAsync(fixture.Program(Programs.Asking));
        await fixture.Output.WaitForAsync("ready");

        Assert.That(running.Capabilities, Does.Contain("Baseline"));
        Assert.That(fixture.Output.Stderr, Is.Empty);
    }

    [Test]
    public async Task The_field_rva_capability_is_not_offered_by_runtimes_that_break_on_it()
    {
        await using var fixture = new ProgramFixture();
        var running = await fixture.LaunchAsync(fixture.Program(Programs.Asking));

        Assert.That(running.Capabilities.Contains("AddFieldRva"), Is.EqualTo(Environment.Version > new Version(10, 0, 12)));
    }

    [Test]
    public async Task The_agents_variables_are_gone_when_the_program_runs()
    {
        await using var fixture = new ProgramFixture();
        await fixture.LaunchAsync(fixture.Program(Programs.ShowsEnvironment));
        await fixture.Output.WaitForAsync("done");

        Assert.That(fixture.Output.Stdout, Does.Not.Contain("HOTRELOAD_"));
        Assert.That(fixture.Output.Stdout, Does.Not.Contain("DOTNET_STARTUP_HOOKS"));
        Assert.That(fixture.Output.Stdout, Does.Not.Contain("DOTNET_MODIFIABLE_ASSEMBLIES"));
    }

    [Test]
    public async Task The_users_own_startup_hook_runs_and_stays_in_the_environment()
    {
        await using var fixture = new ProgramFixture();
        var hook = fixture.Library("UserHook", """
            static class StartupHook { public static void Initialize() => System.Console.WriteLine("user hook"); }
            """);
        fixture.Environment["DOTNET_STARTUP_HOOKS"] = hook.Path;
        fixture.Environment["DOTNET_MODIFIABLE_ASSEMBLIES"] = "none";
        await fixture.LaunchAsync(fixture.Program(Programs.ShowsEnvironment));
        await fixture.Output.WaitForAsync("done");

        Assert.That(fixture.Output.Stdout, Does.Contain("user hook"));
        Assert.That(fixture.Output.Stdout, Does.Contain($"DOTNET_STARTUP_HOOKS={hook.Path}{Environment.NewLine}"));
        Assert.That(fixture.Output.Stdout, Does.Contain($"DOTNET_MODIFIABLE_ASSEMBLIES=none{Environment.NewLine}"));
    }

    [Test]
    public async Task Standard_input_reaches_the_program()
    {
        await using var fixture = new ProgramFixture();
        var running = await fixture.LaunchAsync(fixture.Program(Programs.Asking));
        await running.WriteInputAsync("grüße\n", CancellationToken.None);

        await fixture.Output.WaitForAsync("grüße: first");
    }

    [Test]
    public async Task A_program_that_ends_at_once_has_run_and_tells_its_exit_code()
    {
        await using var fixture = new ProgramFixture();
        var running = await fixture.LaunchAsync(
            fixture.Program("System.Console.WriteLine(\"bye\"); return 7;"));
        var exit = await running.Exited.WaitAsync(Hang.Guard);

        Assert.That(exit.ExitCode, Is.EqualTo(7));
        Assert.That(exit.Requested, Is.False);
        Assert.That(fixture.Output.Stdout, Does.Contain("bye"));
    }

    [Test]
    public async Task FAULT_41_a_child_with_a_stale_hook_is_left_alone()
    {
        await using var fixture = new ProgramFixture();
        var agent = Path.Combine(AppContext.BaseDirectory, "agent", "HotReload.Agent.dll");
        var program = fixture.Program($$"""
            using System;
            using System.Diagnostics;
            if (args.Length == 1)
            {
                Console.WriteLine("child runs");
                return;
            }

            var start = new ProcessStartInfo(Environment.ProcessPath!, new[] { "exec", typeof(Program).Assembly.Location, "child" });
            start.Environment["DOTNET_STARTUP_HOOKS"] = @"{{agent}}";
            start.Environment["HOTRELOAD_AGENT_PIPE"] = "/tmp/nobody-listens-here";
            start.Environment["HOTRELOAD_AGENT_SECRET"] = "00";
            Process.Start(start)!.WaitForExit();
            Console.WriteLine("parent done");
            """);
        await fixture.LaunchAsync(program);
        await fixture.Output.WaitForAsync("parent done");

        Assert.That(fixture.Output.Stdout, Does.Contain("child runs"));
        Assert.That(fixture.Output.Stderr, Is.Empty);
    }
}
