using System.Collections.Immutable;
using HotReload.Core.Pipeline;
using HotReload.Core.Reload;

namespace HotReload.UnitTests.Core.Pipeline;

public sealed class StateOutcomeTests
{
    static readonly StateSummary s_planned = new(StateFate.Migrated, [new("Cart", StateFate.Migrated, "planned"), new("Shop", StateFate.Kept, null)]);

    [Test]
    public void The_objects_of_all_processes_are_counted()
    {
        var state = Of(Process(new("App", "N.Cart", 2, null)), Process(new("App", "N.Cart", 3, null)));

        Assert.That((state.Fate, state.Types[0]), Is.EqualTo((StateFate.Migrated, new TypeState("Cart", StateFate.Migrated, "planned", 5))));
        Assert.That(state.Types[1], Is.EqualTo(s_planned.Types[1]));
        Assert.That(state.Milliseconds, Is.EqualTo(7));
    }

    [Test]
    public void Where_only_statics_were_concerned_there_is_no_count() =>
        Assert.That(Of(Process(new("App", "N.Cart", null, null))).Types[0].Objects, Is.Null);

    [Test]
    public void What_failed_in_the_program_is_defaulted_and_says_why()
    {
        var state = Of(Process(new("App", "N.Cart", 2, "System.Exception: no")));

        Assert.That((state.Fate, state.Types[0].Reason), Is.EqualTo((StateFate.Defaulted, "planned; it failed: System.Exception: no")));
    }

    [Test]
    public void What_was_not_seen_in_time_is_told()
    {
        var process = Process(new("App", "N.Cart", 2, null));
        var state = Of(process with { State = process.State with { Complete = false } });

        Assert.That(state.Types[0].Reason, Is.EqualTo("planned; not all objects were seen in the time there is for it"));
    }

    [Test]
    public void A_type_of_another_assembly_with_the_same_name_is_another() =>
        Assert.That(Of(Process(new("Other", "N.Cart", 2, null))).Types[0].Objects, Is.Null);

    [Test]
    public void What_was_looked_at_is_verified()
    {
        var state = Of(Found(StateCheck.Same, "N.Pages", "N.Pages"), Found(StateCheck.Same, "N.Cart", "N.Cart"), Found(StateCheck.Same, "N.Shop", "N.Shop"));

        Assert.That(state.Types, Is.EqualTo(new[]
        {
            new TypeState("Cart", StateFate.Migrated, "planned", null, StateCheck.Same),
            new TypeState("Shop", StateFate.Kept, null, null, StateCheck.Same),
            new TypeState("N.Pages", StateFate.Kept, null, null, StateCheck.Same),
        }));
    }

    [TestCase(StateCheck.Changed, "Hits: not verified, as the program has changed it meanwhile", "Hits")]
    [TestCase(StateCheck.Changed, "not verified, as the program has changed it meanwhile")]
    [TestCase(StateCheck.Partly, "verified for its first 7 values; there was no time to look at more")]
    public void What_is_not_verified_is_still_kept_and_says_why(StateCheck check, string reason, params string[] members)
    {
        var state = Of(Found(StateCheck.Same, "N.Pages", "N.Pages"), Found(check, "N.Pages", "N.Pages", [.. members]));

        Assert.That(state.Types[^1], Is.EqualTo(new TypeState("N.Pages", StateFate.Kept, reason, null, check)));
    }

    [Test]
    public void A_plan_that_is_not_wanted_leaves_the_defaults()
    {
        var state = StateOutcome.WithoutPlan(s_planned);

        Assert.That(state.Fate, Is.EqualTo(StateFate.Defaulted));
        Assert.That(state.Types.Select(type => type.Fate), Is.EqualTo(new[] { StateFate.Defaulted, StateFate.Kept }));
    }

    static StateSummary Of(params ImmutableArray<ProcessReload> processes) => StateOutcome.Of(
        s_planned,
        [new(Guid.Empty, "App", [], [], [], [], []) { NewState = [new("N.Cart", "Cart", [], ["Migrate"])] }],
        processes);

    static ProcessReload Found(StateCheck outcome, string type, string name, params ImmutableArray<string> members) =>
        new(1, [], [], 0, 0, 0, null) { State = ProcessState.Nothing with { Checks = [new("App", type, name, outcome, 7, members)] } };

    static ProcessReload Process(ProcessTypeState type) => new(1, [], [], 0, 0, 0, null) { State = new([type], 10, true, 7) };
}
