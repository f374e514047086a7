using HotReload.Core.Buffers;
using HotReload.Core.Calls;
using HotReload.Core.Pipeline;
using HotReload.Core.Reload;
using HotReload.UnitTests.Core.Pipeline;

namespace HotReload.UnitTests.Core.Calls;

public sealed class CallTrackerTests
{
    const string File = "/p/Cart.cs";
    const int Token = 0x06000001;

    GenerationLog _log = null!;
    List<string> _told = null!;
    CallTracker _tracker = null!;

    [SetUp]
    public void Create()
    {
        (_log, _told) = (new(), []);
        _tracker = new(_log, (reload, members) => _told.AddRange(members.Select(member => $"{reload} {member.Name} {member.Calls}")));
    }

    [Test]
    public void A_call_is_told_once_with_the_reload_that_changed_the_member()
    {
        Apply((Token, 5));
        _tracker.Completed(Reload(3, Member("Add", 4, 8)));
        _tracker.Called(new(1, Changes.Module, Token));
        _tracker.Called(new(1, Changes.Module, Token));

        Assert.That(_told, Is.EqualTo(new[] { "3 Add Called" }));
    }

    [Test]
    public void The_innermost_member_is_meant()
    {
        Apply((Token, 5));
        _tracker.Completed(Reload(1, Member("Cart", 0, 20), Member("Add", 4, 8), Member("Total", 10, 12)));
        _tracker.Called(new(1, Changes.Module, Token));

        Assert.That(_told, Is.EqualTo(new[] { "1 Add Called" }));
    }

    [Test]
    public void A_call_that_comes_before_the_report_is_kept_for_it()
    {
        Apply((Token, 5));
        _tracker.Called(new(1, Changes.Module, Token));
        Assert.That(_told, Is.Empty);

        _tracker.Completed(Reload(1, Member("Add", 4, 8)));
        Assert.That(_told, Is.EqualTo(new[] { "1 Add Called" }));
    }

    [Test]
    public void A_call_of_code_that_has_changed_again_says_nothing()
    {
        Apply((Token, 5));
        _tracker.Completed(Reload(1, Member("Add", 4, 8)));
        Apply((Token, 5));
        _tracker.Completed(Reload(2, Member("Add", 4, 9)));
        _tracker.Called(new(1, Changes.Module, Token));
        Assert.That(_told, Is.Empty);

        _tracker.Called(new(2, Changes.Module, Token));
        Assert.That(_told, Is.EqualTo(new[] { "2 Add Called" }));
    }

    [Test]
    public void What_nobody_watches_and_other_modules_say_nothing()
    {
        Apply((Token, 5));
        _tracker.Completed(Reload(1, Member("Add", 4, 8) with { Calls = MemberCalls.Unknown }));
        _tracker.Called(new(1, Changes.Module, Token));
        _tracker.Called(new(1, Guid.NewGuid(), Token));

        Assert.That(_told, Is.Empty);
    }

    static ChangedMember Member(string name, int first, int last) =>
        new("method", name, MemberChange.Updated, File, new(new(first, 4), new(last, 5))) { Calls = MemberCalls.NotYet };

    ReloadResult Reload(int id, params ChangedMember[] members) => new(
        id, "session-1", new SnapshotId(1), ReloadCause.Save, _log.Current, ReloadOutcome.Applied, "", default!, [], [.. members], [],
        DeltaSizes.Zero, StateSummary.Untouched);

    void Apply(params (int Token, int Line)[] methods)
    {
        var delta = Changes.Delta with { Methods = [.. methods.Select(method => new ChangedMethod(method.Token, File, new(method.Line, 8)))] };
        _log.Add(_log.Next([delta]));
    }
}
