extern alias agent;

using System.Reflection.Metadata;
using agent::HotReload.Agent.Calls;
using agent::HotReload.Agent.Contract;
using agent::HotReload.Agent.Handlers;
using agent::HotReload.Agent.Updates;

[assembly: MetadataUpdateHandler(typeof(HotReload.UnitTests.Agent.WarmUpTests.Witness))]

namespace HotReload.UnitTests.Agent;

public sealed class WarmUpTests
{
    static int _calls;

    [Test]
    public void It_finds_the_programs_handlers_and_calls_none()
    {
        var catalog = new HandlerCatalog();
        using var calls = new CallWatch();
        var result = WarmUp.Run(new(0, [new(Guid.Empty, "", GappedBytes.Of(new byte[1]), new byte[1], new byte[1], new int[1], new int[1])]), catalog, calls, new(new()));

        Assert.That(catalog.Current(), Does.Contain(typeof(Witness)));
        Assert.That(result.HandlerFailures, Is.Empty);
        Assert.That(_calls, Is.Zero);
    }

    internal static class Witness
    {
        internal static void ClearCache(Type[]? types) => _calls++;
    }
}
