using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Engine.Session;
using HotReload.UnitTests.Engine.Session;

namespace HotReload.UnitTests.Engine.Declarations;

/// <summary>Against the SDK's own edit analysis, which is told of other declarations than the user wrote.</summary>
public sealed class KeptDeclarationsTests
{
    SmallProgram _program = null!;
    EditSession _session = null!;

    [OneTimeSetUp]
    public async Task Build() => _program = await SmallProgram.CreateAsync();

    [OneTimeTearDown]
    public void Delete() => _program?.Dispose();

    [SetUp]
    public async Task Start() => _session = await _program.Engine.StartSessionAsync(CancellationToken.None);

    [TearDown]
    public async Task End() => await _session.DisposeAsync();

    [Test]
    public async Task An_edit_that_was_dropped_leaves_the_declarations_as_they_were()
    {
        AssertMembers(await CompileAsync("public int Add", "internal int Add"), "Calc.Add(int, int)");
        _session.Discard();

        AssertMembers(await CompileAsync("2 * a", "3 * a"), "Calc.Twice(int)");
        _session.Commit();
        AssertMembers(await CompileAsync("public int Twice", "internal int Twice"), "Calc.Twice(int)");
        _session.Commit();
        Assert.That((await CompileAsync("public int Twice", "internal int Twice")).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    [Test]
    public async Task Where_another_edit_needs_a_restart_the_reason_is_that_of_the_whole_text()
    {
        var change = await CompileAsync(
            "public class Calc\n{\n    public int Add", "public class Calc : ICloneable\n{\n    public object Clone() => this;\n\n    internal int Add");

        Assert.That(change.Verdict, Is.EqualTo(CompileVerdict.RestartRequired));
        Assert.That(change.Diagnostics.Select(diagnostic => diagnostic.Code), Does.Contain("ENC0014"));
    }

    [Test]
    public async Task A_field_that_is_gone_is_told_of_once_and_its_errors_stand_where_the_user_wrote_them()
    {
        const string WithField = "    int _sum = 1, _other;\n\n    public int Twice(int a) => _sum * a;";
        const string Twice = "    public int Twice(int a) => 2 * a;";
        AssertMembers(await CompileAsync(Twice, WithField), "Calc._other", "Calc._sum", "Calc.Twice(int)");
        _session.Commit();

        var gone = await CompileAsync("2 * a", "5 * a");
        AssertMembers(gone, "Calc._other", "Calc._sum", "Calc.Twice(int)");
        Assert.That(gone.Diagnostics.Select(diagnostic => diagnostic.Code), Is.EqualTo((string[])["HR1018", "HR1018"]));
        _session.Commit();

        var error = (await CompileAsync("{\n    public int Add", "{ int _new = _sum;\n    public int Add")).Diagnostics.Single();
        Assert.That((error.Code, error.Range.Start), Is.EqualTo(("CS0103", new TextPosition(3, 13))));
        var next = await CompileAsync("2 * a", "6 * a");
        AssertMembers(next, "Calc.Twice(int)");
        Assert.That(next.Diagnostics, Is.Empty);
        _session.Commit();
    }

    [Test]
    public async Task A_parameter_of_an_interface_is_an_edit_of_what_says_it_and_of_no_other_call_by_its_name()
    {
        const string Users = "public int Twice(int a) => Add(a) + Use(new Count()); int Add(int a, int b = 1, int c = 2) => a; int Use(ICount count) => count.Add(3); }\npublic interface ICount { int Add(int a); }\npublic class Count : ICount { public int Add(int a) => a;";
        const string Twice = "public int Twice(int a) => 2 * a;";
        AssertMembers(
            await CompileAsync(Twice, Users), "Calc.Twice(int)", "Calc.Add(int, int, int)", "Calc.Use(ICount)", "ICount", "Count");
        _session.Commit();

        var more = Users.Replace("Add(int a)", "Add(int a, int more = 4)", StringComparison.Ordinal);
        var edit = await CompileAsync(Twice, more);
        AssertMembers(edit, "Calc.Use(ICount)", "Count.Add(int, int)");
        Assert.That(edit.Diagnostics.Select(diagnostic => diagnostic.Code), Is.EqualTo((string[])["HR1018", "HR1018"]));
        _session.Commit();
        AssertMembers(await CompileAsync(Twice, more.Replace("=> a;", "=> a + 1;", StringComparison.Ordinal)), "Calc.Add(int, int, int)", "Count.Add(int, int)");
        _session.Commit();
    }

    [Test]
    public async Task A_type_that_comes_again_is_held_against_what_the_program_has_of_it()
    {
        var gone = await CompileWindowsAsync("namespace Small;\n");
        Assert.That(gone.Diagnostics.Single().Code, Is.EqualTo("HR1018"));

        var other = await CompileWindowsAsync(SmallProgram.WindowsText.Replace("class", "struct", StringComparison.Ordinal));
        Assert.That(other.Verdict, Is.EqualTo(CompileVerdict.RestartRequired));
        AssertMembers(await CompileWindowsAsync(SmallProgram.WindowsText.Replace("=> 2", "=> 3", StringComparison.Ordinal)), "Windows");
        _session.Commit();
    }

    Task<CompiledChange> CompileWindowsAsync(string text) =>
        _session.CompileAsync(Snapshot.Empty.With(_program.Windows, text), Haste.Now, CancellationToken.None);

    Task<CompiledChange> CompileAsync(string old, string text) => _session.CompileAsync(
        Snapshot.Empty.With(_program.Calc, SmallProgram.CalcText.Replace(old, text, StringComparison.Ordinal)), Haste.Now, CancellationToken.None);

    static void AssertMembers(CompiledChange change, params string[] members)
    {
        Assert.That(change.Verdict, Is.EqualTo(CompileVerdict.Ready), string.Join("\n", change.Diagnostics));
        Assert.That(change.Members.Select(member => member.Name), Is.EquivalentTo(members));
    }
}
