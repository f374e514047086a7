using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.RuntimeTests.Kit;

namespace HotReload.RuntimeTests.Apply;

public sealed class CallTests
{
    const string Text = """
        using System;

        static class Program
        {
            static void Main()
            {
                Console.WriteLine("ready");
                while (Console.ReadLine() is { } line)
                {
                    switch (line)
                    {
                        case "plain": Console.WriteLine(Code.Plain()); break;
                        case "generic": Console.WriteLine(new Outer<string>.Inner().Generic(1)); break;
                        default: Console.WriteLine("what?"); break;
                    }
                }
            }
        }

        static class Code
        {
            public static string Plain() => "one";
        }

        class Outer<T>
        {
            public class Inner
            {
                public string Generic<U>(U item) => "one" + typeof(U);
            }
        }
        """;

    [Test]
    public async Task A_changed_method_is_told_when_it_is_called_and_not_before()
    {
        await using var fixture = new ProgramFixture();
        var program = fixture.Program(Text);
        var running = await StartAsync(fixture, program);
        var delta = program.Change("\"one\";", "\"two\";", "Code.Plain");
        var reload = await running.ApplyAsync(new(1, [delta]), CancellationToken.None).WaitAsync(Hang.Guard);

        // Whatever else is compiled meanwhile is not it.
        await AskAsync(fixture, running, "else", "what?");
        Assert.That(reload.WatchesCalls);
        Assert.That(fixture.Calls.Reader.TryPeek(out _), Is.False);

        await AskAsync(fixture, running, "plain", "two");
        Assert.That(await NextAsync(fixture), Is.EqualTo(new MethodCall(1, program.ModuleId, delta.Methods.Single().Token)));
    }

    [Test]
    public async Task Only_the_newest_change_is_awaited()
    {
        await using var fixture = new ProgramFixture();
        var program = fixture.Program(Text);
        var running = await StartAsync(fixture, program);
        await AskAsync(fixture, running, "plain", "one");
        await running.ApplyAsync(new(1, [program.Change("\"one\";", "\"two\";", "Code.Plain")]), CancellationToken.None).WaitAsync(Hang.Guard);
        await running.ApplyAsync(new(2, [program.Change("\"one\";", "\"three\";", "Code.Plain")]), CancellationToken.None).WaitAsync(Hang.Guard);
        await AskAsync(fixture, running, "plain", "three");
        Assert.That((await NextAsync(fixture)).Generation, Is.EqualTo(2));

        // The stream is off by now, and on again with the next change.
        await running.ApplyAsync(new(3, [program.Change("\"one\";", "\"four\";", "Code.Plain")]), CancellationToken.None).WaitAsync(Hang.Guard);
        await AskAsync(fixture, running, "plain", "four");
        Assert.That((await NextAsync(fixture)).Generation, Is.EqualTo(3));
    }

    [Test]
    public async Task Generic_methods_of_generic_types_are_told()
    {
        await using var fixture = new ProgramFixture();
        var program = fixture.Program(Text);
        var running = await StartAsync(fixture, program);
        await running.ApplyAsync(
            new(1, [program.Change("\"one\" + ", "\"two\" + ", "Outer`1+Inner.Generic")]), CancellationToken.None).WaitAsync(Hang.Guard);
        await AskAsync(fixture, running, "generic", "twoSystem.Int32");
        Assert.That((await NextAsync(fixture)).Generation, Is.EqualTo(1));
    }

    static async Task<IRunningProgram> StartAsync(ProgramFixture fixture, TestProgram program)
    {
        var running = await fixture.LaunchAsync(program);
        await fixture.Output.WaitForAsync("ready");
        return running;
    }

    static async Task AskAsync(ProgramFixture fixture, IRunningProgram running, string question, string answer)
    {
        await running.WriteInputAsync(question + "\n", CancellationToken.None);
        await fixture.Output.WaitForAsync(answer);
    }

    static async Task<MethodCall> NextAsync(ProgramFixture fixture) => await fixture.Calls.Reader.ReadAsync().AsTask().WaitAsync(Hang.Guard);
}
