extern alias agent;

using System.Diagnostics;
using System.Runtime.CompilerServices;
using agent::HotReload.Agent.Contract;
using agent::HotReload.Agent.Updates;

namespace HotReload.UnitTests.Agent;

[NonParallelizable]
public sealed class ThrowWatchTests
{
    readonly List<AgentThrown> _told = [];
    ThrowWatch _watch = null!;

    [SetUp]
    public void Create()
    {
        _told.Clear();
        _watch = new();
        _watch.Threw += _told.Add;
    }

    [TearDown]
    public void End() => Watch();

    [Test]
    public void A_watched_method_that_throws_is_told_once()
    {
        Watch(nameof(Throw));
        Catch(Throw);
        Catch(Throw);

        Assert.That(_told, Is.EqualTo(new[] { new AgentThrown(4, nameof(ThrowWatchTests), nameof(Throw), "System.InvalidOperationException", "no") }));
    }

    [Test]
    public void So_is_one_that_calls_what_throws()
    {
        Watch(nameof(Call));
        Catch(Call);

        Assert.That(_told.Single().Member, Is.EqualTo(nameof(Call)));
    }

    [Test]
    public void Others_are_not()
    {
        Watch(nameof(Call));
        Catch(Throw);
        Catch(() => throw new OperationCanceledException());

        Assert.That(_told, Is.Empty);
    }

    [Test]
    public void A_program_that_throws_all_the_time_is_hardly_slowed()
    {
        const int Count = 20_000;
        var before = Measure(Count);
        Watch(nameof(Call));
        var watched = Measure(Count);

        TestContext.Out.WriteLine($"{Count} exceptions: {before.TotalMilliseconds:0} ms, watched {watched.TotalMilliseconds:0} ms");
        Assert.That(watched, Is.LessThan(before * 3 + TimeSpan.FromMilliseconds(200)));
    }

    static TimeSpan Measure(int count)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            Catch(Throw);
        }

        return clock.Elapsed;
    }

    void Watch(params string[] methods)
    {
        var tokens = methods.Select(name => typeof(ThrowWatchTests).GetMethod(name, System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!.MetadataToken).ToArray();
        var module = typeof(ThrowWatchTests).Module.ModuleVersionId;
        var generation = new AgentGeneration(4, [new(module, "Tests", GappedBytes.Of(new byte[1]), new byte[1], new byte[1], new int[1], tokens)]) { WatchesThrows = true };
        _watch.Watch(new(generation, [new(module, "Tests", AgentModuleOutcome.Applied, 1, null)]));
    }

    static void Catch(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is InvalidOperationException or OperationCanceledException)
        {
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Throw() => throw new InvalidOperationException("no");

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Call() => Throw();
}
