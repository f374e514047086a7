extern alias agent;

using agent::HotReload.Agent.State.Live;

namespace HotReload.UnitTests.Agent.State.Live;

public sealed class ClassInitializationTests
{
    static bool s_ran;

    [Test]
    public void Whether_a_static_constructor_has_run_is_known_without_running_it()
    {
        var initialization = new ClassInitialization();
        Assert.That((initialization.HasRun(typeof(Late)), s_ran), Is.EqualTo((false, false)));

        Late.Touch();

        Assert.That((initialization.HasRun(typeof(Late)), s_ran), Is.EqualTo((true, true)));
    }

    [Test]
    public void A_type_without_one_is_ready() => Assert.That(new ClassInitialization().HasRun(typeof(Plain)), Is.True);

    static class Late
    {
        static Late() => s_ran = true;

        public static void Touch()
        {
        }
    }

    static class Plain
    {
        public static int Number { get; set; }
    }
}
