using System.Diagnostics;
using HotReload.Core.Reload;
using HotReload.RuntimeTests.Kit;

namespace HotReload.RuntimeTests.Apply;

public sealed class ApplyTests
{
    [Test]
    public async Task A_delta_changes_the_running_program()
    {
        await using var fixture = new ProgramFixture();
        var program = fixture.Program(Programs.Asking);
        var running = await fixture.LaunchAsync(program);
        await running.WriteInputAsync("before\n", CancellationToken.None);
        await fixture.Output.WaitForAsync("before: first");

        var reload = await running.ApplyAsync(
            new(1, [program.Change("first", "second", "Answer.Text")]), CancellationToken.None).WaitAsync(Hang.Guard);
        await running.WriteInputAsync("after\n", CancellationToken.None);
        await fixture.Output.WaitForAsync("after: second");

        Assert.That(reload.Error, Is.Null);
        Assert.That(reload.Modules.Single(), Is.EqualTo(
            new ModuleReload(program.ModuleId, "App", ModuleOutcome.Applied, 1, null)));
        Assert.That(reload.ApplyMilliseconds, Is.GreaterThan(0));
        Assert.That(reload.TransportMilliseconds, Is.GreaterThanOrEqualTo(0));
    }

    [Test]
    public async Task Earlier_generations_are_replayed_before_the_programs_own_code_runs()
    {
        await using var fixture = new ProgramFixture();
        var program = fixture.Program("""
            static class Program
            {
                static void Main()
                {
                    System.Console.WriteLine(Text());
                    System.Console.ReadLine();
                }

                static string Text() => "first";
            }
            """);
        fixture.Replay.Add(new(1, [program.Change("first", "second", "Program.Text")]));
        fixture.Replay.Add(new(2, [program.Change("first", "third", "Program.Text")]));
        await fixture.LaunchAsync(program);

        await fixture.Output.WaitForAsync("third");
        Assert.That(fixture.Output.Stdout, Does.Not.Contain("first"));
    }

    [Test]
    public async Task A_replay_that_the_runtime_refuses_is_a_failed_launch()
    {
        await using var fixture = new ProgramFixture();
        var program = fixture.Program(Programs.Asking);
        fixture.Replay.Add(new(1, [new(program.ModuleId, "App", [1, 2, 3], [4], [5], [], [])]));
        var result = await fixture.TryLaunchAsync(program.Path);

        Assert.That(result.Failure!.Reason, Does.StartWith("The program could not be brought up to the session's state"));
    }

    [Test]
    public async Task A_delta_of_a_module_that_is_not_loaded_is_pending_and_applied_on_load()
    {
        await using var fixture = new ProgramFixture();
        var library = fixture.Library("Part", "public static class Part { public static string Text() => \"first\"; }");
        var program = fixture.Program(
            """
            using System;
            static class Program
            {
                static void Main()
                {
                    Console.WriteLine("ready");
                    Console.ReadLine();
                    Show();
                    Console.ReadLine();
                }

                static void Show() => Console.WriteLine(Part.Text());
            }
            """,
            library);
        var running = await fixture.LaunchAsync(program);
        await fixture.Output.WaitForAsync("ready");
        var reload = await running.ApplyAsync(
            new(1, [library.Change("first", "second", "Part.Text")]), CancellationToken.None).WaitAsync(Hang.Guard);
        await running.WriteInputAsync("\n", CancellationToken.None);
        await fixture.Output.WaitForAsync("second");

        Assert.That(reload.Modules.Single().Outcome, Is.EqualTo(ModuleOutcome.Pending));
        Assert.That(reload.Succeeded);
        Assert.That(await fixture.Loaded.Task.WaitAsync(Hang.Guard), Is.EqualTo(
            new ModuleReload(library.ModuleId, "Part", ModuleOutcome.Applied, 1, null)));
    }

    [Test]
    public async Task A_delta_that_the_runtime_refuses_is_reported_and_the_module_gets_no_more()
    {
        await using var fixture = new ProgramFixture();
        var program = fixture.Program(Programs.Asking);
        var running = await fixture.LaunchAsync(program);
        var bad = new ModuleDelta(program.ModuleId, "App", [1, 2, 3], [4], [5], [], []);
        var refused = await running.ApplyAsync(new(1, [bad]), CancellationToken.None).WaitAsync(Hang.Guard);
        var good = program.Change("first", "second", "Answer.Text");
        var next = await running.ApplyAsync(new(2, [good]), CancellationToken.None).WaitAsync(Hang.Guard);

        Assert.That(refused.Modules.Single().Outcome, Is.EqualTo(ModuleOutcome.Failed));
        Assert.That(refused.Modules.Single().Error, Is.Not.Empty);
        Assert.That(refused.Error, Is.Null);
        Assert.That(next.Modules.Single().Outcome, Is.EqualTo(ModuleOutcome.Failed));
    }

    [Test]
    public async Task FAULT_29_a_process_killed_in_the_middle_of_an_apply_gives_one_lost_result()
    {
        await using var fixture = new ProgramFixture();
        var program = fixture.Program(Programs.Asking);
        var running = await fixture.LaunchAsync(program);
        await fixture.Output.WaitForAsync("ready");
        Signals.Stop(running.ProcessId);
        var applying = running.ApplyAsync(new(1, [program.Change("first", "second", "Answer.Text")]), CancellationToken.None);
        using (var process = Process.GetProcessById(running.ProcessId))
        {
            process.Kill();
        }

        var reload = await applying.WaitAsync(Hang.Guard);
        Assert.That(reload.Error, Does.Contain("ended with exit code 137"));
        Assert.That(reload.Succeeded, Is.False);

        var later = await running.ApplyAsync(new(2, []), CancellationToken.None).WaitAsync(Hang.Guard);
        Assert.That(later.Succeeded, Is.False);
    }

    [Test]
    public async Task FAULT_32_an_apply_to_a_paused_program_can_be_let_go_and_happens_when_it_goes_on()
    {
        await using var fixture = new ProgramFixture();
        var program = fixture.Program(Programs.Asking);
        var running = await fixture.LaunchAsync(program);
        await fixture.Output.WaitForAsync("ready");
        Signals.Stop(running.ProcessId);
        using var patience = new CancellationTokenSource();
        var abandoned = running.ApplyAsync(new(1, [program.Change("first", "second", "Answer.Text")]), patience.Token);
        await patience.CancelAsync();
        Assert.That(async () => await abandoned, Throws.InstanceOf<OperationCanceledException>());

        Signals.Continue(running.ProcessId);
        var next = await running.ApplyAsync(
            new(2, [program.Change("first", "third", "Answer.Text")]), CancellationToken.None).WaitAsync(Hang.Guard);
        await running.WriteInputAsync("after\n", CancellationToken.None);
        await fixture.Output.WaitForAsync("after: third");
        Assert.That(next.Succeeded);
    }

    [Test]
    public async Task FAULT_33_a_throwing_update_handler_is_named_and_the_others_still_run()
    {
        await using var fixture = new ProgramFixture();
        var program = fixture.Program("""
            using System;
            using System.Reflection.Metadata;
            [assembly: MetadataUpdateHandler(typeof(Outer.Bad))]
            [assembly: MetadataUpdateHandler(typeof(Good))]
            static class Program
            {
                static void Main()
                {
                    Console.WriteLine("ready");
                    Console.ReadLine();
                }
            }
            static class Answer
            {
                public static string Text() => "first";
            }
            static class Outer
            {
                public static class Bad
                {
                    public static void ClearCache(Type[]? types) => throw new InvalidOperationException("no luck");
                }
            }
            static class Good
            {
                static void ClearCache(Type[]? types) => Console.WriteLine("cleared");
                static void UpdateApplication(Type[]? types) => Console.WriteLine("updated " + string.Join(",", (object[])types!));
            }
            """);
        var running = await fixture.LaunchAsync(program);
        await fixture.Output.WaitForAsync("ready");
        var reload = await running.ApplyAsync(
            new(1, [program.Change("first", "second", "Answer.Text")]), CancellationToken.None).WaitAsync(Hang.Guard);
        await fixture.Output.WaitForAsync("updated Answer");

        Assert.That(fixture.Output.Stdout, Does.Contain("cleared"));
        Assert.That(reload.Succeeded);
        Assert.That(reload.HandlerFailures.Single().Handler, Is.EqualTo("Outer.Bad.ClearCache"));
        Assert.That(reload.HandlerFailures.Single().Error, Does.Contain("no luck"));
    }

    [Test]
    public async Task FAULT_33_an_update_handler_that_throws_after_it_has_returned_is_named_and_the_program_goes_on()
    {
        await using var fixture = new ProgramFixture();
        var program = fixture.Program("""
            using System;
            using System.Reflection.Metadata;
            using System.Threading.Tasks;
            [assembly: MetadataUpdateHandler(typeof(Late))]
            static class Program
            {
                static void Main()
                {
                    while (Console.ReadLine() is { } line)
                    {
                        Console.WriteLine(line + ": " + Answer.Text());
                    }
                }
            }
            static class Answer
            {
                public static string Text() => "first";
            }
            static class Late
            {
                static async void UpdateApplication(Type[]? types)
                {
                    await Task.Delay(1);
                    throw new InvalidOperationException("no luck");
                }
            }
            """);
        var running = await fixture.LaunchAsync(program);
        var reload = await running.ApplyAsync(
            new(1, [program.Change("first", "second", "Answer.Text")]), CancellationToken.None).WaitAsync(Hang.Guard);
        var failure = await fixture.LateFailures.Reader.ReadAsync().AsTask().WaitAsync(Hang.Guard);
        await running.WriteInputAsync("after\n", CancellationToken.None);
        await fixture.Output.WaitForAsync("after: second");

        Assert.That((reload.Succeeded, reload.HandlerFailures), Is.EqualTo((true, Array.Empty<HandlerFailure>())));
        Assert.That(failure, Is.EqualTo(new HandlerFailure("Late.UpdateApplication", "System.InvalidOperationException: no luck")));
    }
}
