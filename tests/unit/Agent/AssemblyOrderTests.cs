extern alias agent;

using System.Reflection;
using agent::HotReload.Agent.Handlers;

namespace HotReload.UnitTests.Agent;

public sealed class AssemblyOrderTests
{
    [Test]
    public void Each_assembly_comes_after_those_it_references()
    {
        var tests = typeof(AssemblyOrderTests).Assembly;
        var runtime = typeof(HotReload.Runtime.Profiles.CommandLine).Assembly;
        var core = typeof(HotReload.Core.Reload.Generation).Assembly;
        Assembly[] given = [tests, runtime, core];

        Assert.That(AssemblyOrder.Sort(given), Is.EqualTo(new[] { core, runtime, tests }));
    }
}
