extern alias agent;

using agent::HotReload.Agent.Start;

namespace HotReload.UnitTests.Agent;

public sealed class RuntimeCapabilitiesTests
{
    [TestCase("10.0.12", false)]
    [TestCase("9.0.1", false)]
    [TestCase("10.0.13", true)]
    [TestCase("11.0.0", true)]
    public void What_breaks_programs_is_offered_only_where_it_works(string version, bool offered)
    {
        var usable = RuntimeCapabilities.Usable("Baseline AddFieldRva NewTypeDefinition GenericAddMethodToExistingType", new Version(version));

        Assert.That(usable, offered
            ? Is.EqualTo(new[] { "Baseline", "AddFieldRva", "NewTypeDefinition", "GenericAddMethodToExistingType" })
            : Is.EqualTo(new[] { "Baseline", "NewTypeDefinition" }));
    }

    [Test]
    public void A_runtime_without_capabilities_has_none() =>
        Assert.That(RuntimeCapabilities.Usable("", new Version(8, 0)), Is.Empty);
}
