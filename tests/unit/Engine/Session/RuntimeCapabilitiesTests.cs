using HotReload.Engine.Session;

namespace HotReload.UnitTests.Engine.Session;

public sealed class RuntimeCapabilitiesTests
{
    const string GenericMethods = "GenericAddMethodToExistingType";

    [TestCase(true)]
    [TestCase(false)]
    public void Functions_of_generic_code_are_asked_for_whether_its_types_take_methods_or_not(bool takesMethods)
    {
        var capabilities = new RuntimeCapabilities();
        capabilities.Replace(["Baseline", "GenericUpdateMethod", .. takesMethods ? new[] { GenericMethods } : []]);

        Assert.That(capabilities.Current, Does.Contain(GenericMethods));
        Assert.That(capabilities.TakesMethodsInGenericTypes, Is.EqualTo(takesMethods));
    }

    [Test]
    public void A_runtime_that_updates_nothing_generic_is_not_asked_to()
    {
        var capabilities = new RuntimeCapabilities();

        Assert.That(capabilities.Replace(["Baseline"]), Is.True);
        Assert.That(capabilities.Current, Does.Not.Contain(GenericMethods));
        Assert.That(capabilities.Replace(["Baseline"]), Is.False);
    }
}
