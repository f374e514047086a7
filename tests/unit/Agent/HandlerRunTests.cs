extern alias agent;

using agent::HotReload.Agent.Contract;
using agent::HotReload.Agent.Handlers;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Agent;

public sealed class HandlerRunTests
{
    static readonly List<string> Calls = [];

    [SetUp]
    public void Forget() => Calls.Clear();

    [Test]
    public void All_caches_are_cleared_before_anything_is_updated()
    {
        var failures = Run([typeof(First), typeof(Second)], [typeof(string)]);

        Assert.That(failures, Is.Empty);
        Assert.That(Calls, Is.EqualTo(new[] { "First clears", "Second clears String", "First updates" }));
    }

    [Test]
    public void FAULT_33_a_handler_that_throws_is_named_and_the_others_run()
    {
        var failures = Run([typeof(Throwing), typeof(First)], []);

        Assert.That(failures.Single().Handler, Is.EqualTo("HotReload.UnitTests.Agent.HandlerRunTests.Throwing.ClearCache"));
        Assert.That(failures.Single().Error, Is.EqualTo("System.InvalidOperationException: no"));
        Assert.That(Calls, Is.EqualTo(new[] { "First clears", "First updates" }));
    }

    [Test]
    public async Task FAULT_33_one_that_throws_after_it_has_returned_is_named_and_ends_nothing()
    {
        var failed = new TaskCompletionSource<AgentHandlerFailure>();
        var run = new HandlerRun([typeof(Late), typeof(First)], [], failed.SetResult);
        run.UpdateApplication(new HashSet<string>());

        var failure = await Hang.Guard(failed.Task);
        Assert.That(failure.Handler, Is.EqualTo("HotReload.UnitTests.Agent.HandlerRunTests.Late.UpdateApplication"));
        Assert.That(failure.Error, Is.EqualTo("System.InvalidOperationException: in the end"));
        Assert.That(run.Failures, Is.Empty);
        Assert.That(Calls, Is.EqualTo(new[] { "First updates" }));
        Assert.That(SynchronizationContext.Current, Is.Not.TypeOf<HandlerContext>());
    }

    [Test]
    public void One_that_has_nothing_to_do_clears_its_caches_only()
    {
        var run = new HandlerRun([typeof(First)], [typeof(string)], Never);
        run.ClearCaches();
        run.UpdateApplication(new HashSet<string> { typeof(First).FullName! });

        Assert.That(Calls, Is.EqualTo(new[] { "First clears" }));
    }

    [Test]
    public void A_method_of_another_shape_is_none() =>
        Assert.That(Run([typeof(OddlyShaped)], []), Is.Empty);

    static void Never(AgentHandlerFailure failure) => throw new InvalidOperationException(failure.Error);

    static AgentHandlerFailure[] Run(Type[] handlers, Type[] types)
    {
        var run = new HandlerRun(handlers, types, Never);
        run.ClearCaches();
        run.UpdateApplication(new HashSet<string>());
        return run.Failures;
    }

    static class First
    {
        public static void ClearCache(Type[]? types) => Calls.Add("First clears");

        public static void UpdateApplication(Type[]? types) => Calls.Add("First updates");
    }

    static class Second
    {
        static void ClearCache(Type[]? types) => Calls.Add($"Second clears {types![0].Name}");
    }

    static class Throwing
    {
        public static void ClearCache(Type[]? types) => throw new InvalidOperationException("no");
    }

    static class Late
    {
        public static async void UpdateApplication(Type[]? types)
        {
            await Task.Yield();
            await Task.Yield();
            throw new InvalidOperationException("in the end");
        }
    }

    static class OddlyShaped
    {
        public static void ClearCache() => Calls.Add("never");

        public static int UpdateApplication(Type[]? types) => types!.Length;
    }
}
