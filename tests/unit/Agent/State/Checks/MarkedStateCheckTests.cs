extern alias agent;

using agent::HotReload.Agent.Contract;
using agent::HotReload.Agent.State.Checks;
using agent::HotReload.Agent.State.Roots;
using agent::HotReload.Agent.State.Services;

namespace HotReload.UnitTests.Agent.State.Checks;

[NonParallelizable]
public sealed class MarkedStateCheckTests
{
    static readonly AgentStateLimits s_limits = new(1 << 20, 10_000, 10_000);

    static IEnumerable<TestCaseData> Changes()
    {
        yield return Change(nameof(Kept.Number), () => Kept.Number++, "A number");
        yield return Change(nameof(Kept.Long), () => Kept.Long = ~Kept.Long, "A long of which each half has changed");
        yield return Change(nameof(Kept.Text), () => Kept.Text = "other", "A text");
        yield return Change(nameof(Kept.Places), () => Kept.Places["home"] = new(3, 5), "A value of a dictionary");
        yield return Change(nameof(Kept.Places), () => Kept.Places.Remove("work"), "A removed key");
        yield return Change(nameof(Kept.Parts), () => Kept.Parts[1].Next!.Name = "other", "A field deep below");
        yield return Change(nameof(Kept.Parts), () => Kept.Parts = [.. Kept.Parts], "Another list with the same items");
        yield return Change(nameof(Kept.Bytes), () => Kept.Bytes[2]++, "A byte of an array");
        yield return Change(nameof(Kept.Any), () => Kept.Any = null, "An object that is gone");
        yield return Change(nameof(Kept.Times), () => Kept.Times[0] = Kept.Times[0].AddTicks(1), "A tick of a time");
    }

    static TestCaseData Change(string member, Action change, string name) => new TestCaseData(member, change).SetName(name);

    [SetUp]
    public void Fill()
    {
        (Kept.Number, Kept.Long, Kept.Text, Kept.Any, Kept.Bytes) = (1, 1, "text", new Part(), [1, 2, 3]);
        Kept.Places = new(StringComparer.OrdinalIgnoreCase) { ["home"] = new(3, 4), ["work"] = new(5, 6) };
        Kept.Parts = [new Part(), new Part { Next = new Part { Name = "deep" } }];
        Kept.Times = [new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)];
        Kept.Ring = new Part { Name = "ring" };
        Kept.Ring.Next = Kept.Ring;
    }

    [Test]
    public void What_nobody_touches_is_the_same()
    {
        var check = Check(() => { });

        Assert.That((check.Outcome, check.Members), Is.EqualTo((AgentCheckOutcome.Same, Array.Empty<string>())));
        Assert.That(check.Name, Is.EqualTo("HotReload.UnitTests.Agent.State.Checks.Kept"));
        Assert.That(check.Values, Is.GreaterThan(20));
    }

    [TestCaseSource(nameof(Changes))]
    public void What_the_program_changes_meanwhile_is_named(string member, Action change)
    {
        var check = Check(change);

        Assert.That((check.Outcome, check.Members), Is.EqualTo((AgentCheckOutcome.Changed, new[] { member })));
    }

    [Test]
    public void What_is_only_read_meanwhile_is_the_same() =>
        Assert.That(Check(() => _ = Kept.Places.Keys.Count + Kept.Places.Values.Count + Kept.Parts.Count).Outcome, Is.EqualTo(AgentCheckOutcome.Same));

    [Test]
    public void What_takes_too_long_is_compared_in_part_and_never_said_to_be_the_same()
    {
        Kept.Parts = [.. Enumerable.Range(0, 3_000_000).Select(_ => new Part())];
        var check = Check(() => { });
        Fill();

        Assert.That((check.Outcome, check.Members), Is.EqualTo((AgentCheckOutcome.Partly, Array.Empty<string>())));
    }

    [Test]
    public void Where_there_is_nothing_to_look_at_the_change_alone_is_made()
    {
        var change = new MarkedStateCheck(new HostWatch()).Around(() => [Module]);

        Assert.That((change.Modules, change.Checks), Is.EqualTo((new[] { Module }, Array.Empty<AgentStateCheck>())));
    }

    static AgentModuleReload Module { get; } = new(Guid.Empty, "App", AgentModuleOutcome.Applied, 1, null);

    static AgentStateCheck Check(Action change)
    {
        var check = new MarkedStateCheck(new HostWatch());
        check.Use(new("", AgentStateMode.Marked, s_limits, ["HotReload.UnitTests"]), new MarkScan(_ => false));
        var made = check.Around(() =>
        {
            change();
            return [Module];
        });
        return made.Checks.Single(item => item.Type == typeof(Kept).FullName);
    }
}
