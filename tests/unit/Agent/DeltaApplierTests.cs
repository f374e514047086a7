extern alias agent;

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using agent::HotReload.Agent.Contract;
using agent::HotReload.Agent.Updates;

namespace HotReload.UnitTests.Agent;

public sealed class DeltaApplierTests
{
    static readonly Assembly Here = typeof(DeltaApplierTests).Assembly;
    static readonly Assembly Framework = typeof(TestAttribute).Assembly;

    [Test]
    public void A_module_that_is_loaded_gets_its_deltas_in_order()
    {
        var runtime = new RecordingUpdater();
        var applier = new DeltaApplier(runtime);
        var first = applier.Apply(new(1, [Delta(Here, 1)]));
        applier.Apply(new(2, [Delta(Here, 2)]));

        Assert.That(first.Single().Outcome, Is.EqualTo(AgentModuleOutcome.Applied));
        Assert.That(first.Single().Copies, Is.EqualTo(1));
        Assert.That(runtime.Applied, Is.EqualTo(new[] { (Here, 1), (Here, 2) }));
    }

    [Test]
    public void A_module_that_is_loaded_later_gets_all_of_its_deltas_once()
    {
        var runtime = new RecordingUpdater();
        var applier = new DeltaApplier(runtime);
        var outcomes = applier.Apply(new(1, [Unknown(1)]));
        Assert.That(outcomes.Single().Outcome, Is.EqualTo(AgentModuleOutcome.Pending));

        // Loading this very assembly a second time gives a copy that has nothing yet.
        var reported = new List<AgentModuleReload>();
        applier.Loaded += reported.Add;
        applier.Apply(new(2, [Delta(Here, 2)]));
        var context = new AssemblyLoadContext("copy", isCollectible: true);
        var copy = context.LoadFromAssemblyPath(Here.Location);
        applier.OnLoaded(copy);
        applier.OnLoaded(copy);
        context.Unload();

        Assert.That(runtime.Applied, Is.EqualTo(new[] { (Here, 2), (copy, 2) }));
        Assert.That(reported.Single().Outcome, Is.EqualTo(AgentModuleOutcome.Applied));
    }

    [Test]
    public void Every_load_context_gets_the_delta()
    {
        var runtime = new RecordingUpdater();
        var context = new AssemblyLoadContext("copy", isCollectible: true);
        context.LoadFromAssemblyPath(Framework.Location);
        var outcome = new DeltaApplier(runtime).Apply(new(1, [Delta(Framework, 1)])).Single();
        context.Unload();

        Assert.That(outcome.Copies, Is.EqualTo(runtime.Applied.Count).And.GreaterThanOrEqualTo(2));
    }

    [Test]
    public void A_module_that_failed_gets_no_more_and_the_others_do()
    {
        var runtime = new RecordingUpdater { Refusal = "no" };
        var applier = new DeltaApplier(runtime);
        var refused = applier.Apply(new(1, [Delta(Here, 1)])).Single();
        runtime.Refusal = null;
        var next = applier.Apply(new(2, [Delta(Here, 2), Delta(Framework, 3)]));

        Assert.That(refused, Is.EqualTo(new AgentModuleReload(Module(Here), "name", AgentModuleOutcome.Failed, 0, "no")));
        Assert.That(next[0].Outcome, Is.EqualTo(AgentModuleOutcome.Failed));
        Assert.That(next[0].Error, Does.Contain("no"));
        Assert.That(next[1].Outcome, Is.EqualTo(AgentModuleOutcome.Applied));
    }

    [Test]
    public void Deltas_do_not_keep_an_unloadable_context_alive()
    {
        var applier = new DeltaApplier(new ForgettingUpdater());
        var context = ApplyToCopy(applier);
        for (var i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(context.IsAlive, Is.False);
        GC.KeepAlive(applier);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static WeakReference ApplyToCopy(DeltaApplier applier)
    {
        var context = new AssemblyLoadContext("unloadable", isCollectible: true);
        var copy = context.LoadFromAssemblyPath(typeof(FsCheck.Arbitrary<>).Assembly.Location);
        applier.Apply(new(1, [Delta(copy, 1)]));
        context.Unload();
        return new(context);
    }

    static Guid Module(Assembly assembly) => assembly.ManifestModule.ModuleVersionId;

    static AgentDelta Delta(Assembly assembly, byte mark) =>
        new(Module(assembly), "name", GappedBytes.Of(new[] { mark }), default, default, default, default);

    static AgentDelta Unknown(byte mark) => new(Guid.NewGuid(), "name", GappedBytes.Of(new[] { mark }), default, default, default, default);

    sealed class RecordingUpdater : IModuleUpdater
    {
        public List<(Assembly Assembly, int Mark)> Applied { get; } = [];

        public string? Refusal { get; set; }

        public string? Apply(Assembly assembly, AgentDelta delta)
        {
            Applied.Add((assembly, delta.Metadata.Content.Span[0]));
            return Refusal;
        }
    }

    sealed class ForgettingUpdater : IModuleUpdater
    {
        public string? Apply(Assembly assembly, AgentDelta delta) => null;
    }
}
