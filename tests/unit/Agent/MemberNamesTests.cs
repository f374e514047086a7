extern alias agent;

using System.Reflection;
using agent::HotReload.Agent.Updates;

namespace HotReload.UnitTests.Agent;

public sealed class MemberNamesTests
{
    [Test]
    public void A_method_is_named_as_it_is_written() => Is_named(
        typeof(MemberNamesTests).GetMethod(nameof(Named), BindingFlags.Static | BindingFlags.NonPublic)!, "MemberNamesTests", nameof(Named));

    [Test]
    public void A_property_has_no_prefix() => Is_named(typeof(Inner<int>).GetProperty("Size")!.GetMethod!, "MemberNamesTests.Inner", "Size");

    [Test]
    public void A_constructor_is_what_the_runtime_calls_it() => Is_named(typeof(Inner<int>).GetConstructor([])!, "MemberNamesTests.Inner", ".ctor");

    [Test]
    public void A_lambda_is_named_after_the_member_that_it_is_in() => Is_named(Lambda().Method, "MemberNamesTests", nameof(Lambda));

    [Test]
    public void So_is_a_lambda_that_captures() => Is_named(Capturing(3).Method, "MemberNamesTests", nameof(Capturing));

    [Test]
    public void So_is_a_local_function() => Is_named(Local().Method, "MemberNamesTests", nameof(Local));

    [Test]
    public void A_state_machine_has_the_name_in_its_type() => Is_named(
        typeof(MemberNamesTests).GetNestedTypes(BindingFlags.NonPublic).Single(type => type.Name.StartsWith("<WaitAsync>", StringComparison.Ordinal))
            .GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic)!,
        "MemberNamesTests", nameof(WaitAsync));

    static void Is_named(MethodBase method, string type, string member) =>
        Assert.That((MemberNames.TypeOf(method), MemberNames.MemberOf(method)), Is.EqualTo((type, member)));

    static void Named()
    {
    }

    static Func<int> Lambda() => () => 1;

    static Func<int> Capturing(int number) => () => number;

    static Func<int> Local()
    {
        return Inside;

        static int Inside() => 1;
    }

    static async Task WaitAsync() => await Task.Yield();

    sealed class Inner<T>
    {
        public int Size { get; } = typeof(T).Name.Length;
    }
}
