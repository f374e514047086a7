extern alias agent;

using agent::HotReload.Agent.Updates;

namespace HotReload.UnitTests.Agent;

public sealed class FaultWatchTests
{
    List<string> _told = null!;
    FaultWatch _watch = null!;

    [SetUp]
    public void Create()
    {
        _told = [];
        _watch = new(assembly => assembly == "Shop");
        _watch.Faulted += _told.Add;
    }

    [Test]
    public void A_type_of_a_changed_assembly_that_can_not_be_loaded_is_told_once()
    {
        _watch.Judge(new TypeLoadException("Could not load type 'Cart' from assembly 'Shop, Version=1.0.0.0'."));
        _watch.Judge(new TypeLoadException("Could not load type 'Cart' from assembly 'Shop, Version=1.0.0.0'."));

        Assert.That(_told, Has.Count.EqualTo(1));
        Assert.That(_told[0], Does.StartWith("TypeLoadException after a change: ").And.Contain("Cart"));
    }

    [Test]
    public void A_type_of_another_assembly_is_the_programs_own_affair()
    {
        _watch.Judge(new TypeLoadException("Could not load type 'Cart' from assembly 'Bank, Version=1.0.0.0'."));

        Assert.That(_told, Is.Empty);
    }

    [Test]
    public void What_programs_throw_and_catch_every_day_is_none_of_ours()
    {
        _watch.Judge(new MissingMethodException("Constructor on type 'Cart' not found."));
        _watch.Judge(new DllNotFoundException("Could not load library from assembly 'Shop, Version=1.0.0.0'."));
        _watch.Judge(new InvalidOperationException("assembly 'Shop, '"));

        Assert.That(_told, Is.Empty);
    }
}
