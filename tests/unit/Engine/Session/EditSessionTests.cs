using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Session;

namespace HotReload.UnitTests.Engine.Session;

/// <summary>Against a project that the SDK has built, and the SDK's own edit analysis.</summary>
public sealed class EditSessionTests
{
    SmallProgram _program = null!;
    EditSession _session = null!;
    Snapshot _snapshot = null!;

    [OneTimeSetUp]
    public async Task Build() => _program = await SmallProgram.CreateAsync();

    [OneTimeTearDown]
    public void Delete() => _program?.Dispose();

    [SetUp]
    public async Task Start()
    {
        _snapshot = Snapshot.Empty;
        _session = await _program.Engine.StartSessionAsync(CancellationToken.None);
    }

    [TearDown]
    public async Task End() => await _session.DisposeAsync();

    [Test]
    public async Task What_was_built_is_current()
    {
        Assert.That((await _program.Engine.CheckBaselineAsync(CancellationToken.None)).Reasons, Is.Empty);
        Assert.That(_program.Engine.Diagnostics, Is.Empty);
        Assert.That((_program.Engine.AssemblyName, File.Exists(_program.Engine.OutputAssembly)), Is.EqualTo(("Small", true)));
    }

    [Test]
    public async Task The_text_that_was_built_is_no_change()
    {
        Set(_program.Calc, SmallProgram.CalcText);
        Set(_program.Windows, SmallProgram.WindowsText);
        Set(_program.Marked, SmallProgram.MarkedText);

        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    [Test]
    public async Task An_edit_of_a_body_is_a_delta_of_its_module()
    {
        Calc("a + b", "a - b");
        var change = await CompileAsync();

        AssertReady(change, "updated method Calc.Add(int, int)");
        Assert.That(change.Snapshot, Is.EqualTo(_snapshot.Id));
        Assert.That(change.Deltas.Single().AssemblyName, Is.EqualTo("Small"));
        Assert.That(change.Deltas.Single().ModuleId, Is.EqualTo(HotReload.Engine.Loading.BaselineCheck.ReadMvid(_program.Engine.OutputAssembly!)));
        Assert.That(new[] { change.Deltas.Single().Metadata.Length, change.Deltas.Single().IL.Length, change.Deltas.Single().Pdb.Length }, Has.All.GreaterThan(0));
        Assert.That(change.Members.Single().Range.Start, Is.EqualTo(new TextPosition(4, 4)));
        Assert.That((change.State.Fate, change.State.Types.Single().Type), Is.EqualTo((StateFate.Kept, "Calc")));
    }

    [Test]
    public async Task A_delta_says_where_its_methods_stand()
    {
        Calc("public int Twice(int a) => 2 * a;", "public int Twice(int a)\n    {\n        System.Func<int> two = () =>\n            2 * a;\n        return two();\n    }");
        var methods = (await CompileAsync()).Deltas.Single().Methods;

        // The method itself, and its lambda in a closure of its own.
        Assert.That(methods.Select(method => method.Start.Line), Is.EqualTo(new[] { 10, 12 }));
        Assert.That(methods.Select(method => method.File), Has.All.EqualTo(_program.Calc));
        Assert.That(methods.Select(method => method.Token >> 24), Has.All.EqualTo(0x06));
    }

    [Test]
    public async Task A_new_method_is_a_delta()
    {
        Calc("public int Twice", "public int Thrice(int a) => 3 * a;\n\n    public int Twice");
        var change = await CompileAsync();

        AssertReady(change, "added method Calc.Thrice(int)");
        Assert.That(change.State.Fate, Is.EqualTo(StateFate.Kept));
    }

    [Test]
    public async Task A_new_field_is_a_delta_that_says_what_old_objects_are_to_get()
    {
        Calc("public int Twice", "int _calls = 5;\n\n    public int Twice");
        var change = await CompileAsync();

        AssertReady(change, "added field Calc._calls");
        Assert.That((change.State.Fate, change.State.Types.Single().Type), Is.EqualTo((StateFate.Migrated, "Calc")));
        var type = change.Deltas.Single().NewState.Single();
        Assert.That((type.Type, type.Display, type.Fields.Single().Name), Is.EqualTo(("Small.Calc", "Calc", "_calls")));
    }

    [TestCase("int Sum { get; set; } = 1;", StateFate.Migrated)]
    [TestCase("int Sum { get => field; set; } = 1;", StateFate.Migrated)]
    [TestCase("static int Sum = 1;", StateFate.Migrated)]
    [TestCase("event Action Sum = delegate { };", StateFate.Defaulted)]
    [TestCase("int Sum = Environment.ProcessId;", StateFate.Defaulted)]
    [TestCase("int Sum { get; set; }", StateFate.Kept)]
    [TestCase("event Action Sum;", StateFate.Kept)]
    [TestCase("string Sum = null!;", StateFate.Kept)]
    [TestCase("int Sum => 1;", StateFate.Kept)]
    [TestCase("int Sum { get { return 1; } }", StateFate.Kept)]
    [TestCase("const int Sum = 1;", StateFate.Kept)]
    [TestCase("event Action Sum { add { } remove { } }", StateFate.Kept)]
    public async Task Only_what_holds_a_value_has_a_default(string member, StateFate fate)
    {
        Calc("public int Twice", member + "\n\n    public int Twice");
        var change = await CompileAsync();

        AssertReady(change);
        Assert.That(change.State.Fate, Is.EqualTo(fate));
    }

    [Test]
    public async Task An_edit_that_is_undone_is_no_change()
    {
        Calc("a + b", "a - b");
        AssertReady(await CompileAsync());
        _session.Discard();
        Set(_program.Calc, SmallProgram.CalcText);

        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    [Test]
    public async Task An_edit_that_is_undone_after_it_was_applied_is_a_delta_back()
    {
        Calc("a + b", "a - b");
        AssertReady(await CompileAsync());
        _session.Commit();
        Set(_program.Calc, SmallProgram.CalcText);

        AssertReady(await CompileAsync(), "updated method Calc.Add(int, int)");
    }

    [Test]
    public async Task What_was_committed_is_no_change_any_more()
    {
        Calc("a + b", "a - b");
        AssertReady(await CompileAsync());
        _session.Commit();

        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    [Test]
    public async Task Deltas_follow_each_other()
    {
        for (var i = 1; i <= 3; i++)
        {
            Set(_program.Calc, SmallProgram.CalcText.Replace("a + b", $"a + b + {i}", StringComparison.Ordinal));
            AssertReady(await CompileAsync(), "updated method Calc.Add(int, int)");
            _session.Commit();
        }
    }

    [Test]
    public async Task What_was_discarded_is_part_of_the_next_delta()
    {
        Calc("a + b", "a - b");
        AssertReady(await CompileAsync());
        _session.Discard();
        Set(_program.Windows, SmallProgram.WindowsText.Replace("return 1", "return 10", StringComparison.Ordinal));

        AssertReady(await CompileAsync(), "updated method Calc.Add(int, int)", "updated method Windows.One()");
    }

    [Test]
    public async Task The_same_edit_again_is_the_same_delta()
    {
        Calc("a + b", "a - b");
        var first = (await CompileAsync()).Deltas.Single();
        _session.Discard();
        var second = (await CompileAsync()).Deltas.Single();

        Assert.That(second.IL, Is.EqualTo(first.IL));
        Assert.That(second.UpdatedTypes, Is.EqualTo(first.UpdatedTypes));
    }

    [Test]
    public async Task An_answer_that_nobody_took_is_gone_with_the_next_edit()
    {
        Calc("a + b", "a - b");
        AssertReady(await CompileAsync());
        Calc("2 * a", "3 * a");

        AssertReady(await CompileAsync(), "updated method Calc.Twice(int)");
    }

    [Test]
    public async Task A_comment_is_no_change()
    {
        Calc("return a + b;", "return a + b; // The sum.");

        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));
        Calc("return a + b;", "return a - b; // The sum.");
        AssertReady(await CompileAsync(), "updated method Calc.Add(int, int)");
    }

    [Test]
    public async Task A_syntax_error_is_held_and_its_fix_brings_all_edits()
    {
        Set(_program.Windows, SmallProgram.WindowsText.Replace("return 1", "return 10", StringComparison.Ordinal));
        Calc("a + b;", "a - b");
        var held = await CompileAsync();
        Assert.That((held.Verdict, held.Deltas.Length), Is.EqualTo((CompileVerdict.Held, 0)));
        var error = held.Diagnostics.Single(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.That((error.Code, error.File, error.Range.Start.Line), Is.EqualTo(("CS1002", _program.Calc, 6)));

        Calc("a + b;", "a - b;");
        AssertReady(await CompileAsync(), "updated method Calc.Add(int, int)", "updated method Windows.One()");
    }

    [Test]
    public async Task An_error_of_meaning_is_held_at_its_place()
    {
        Calc("a + b", "a + missing");
        var held = await CompileAsync();

        Assert.That(held.Verdict, Is.EqualTo(CompileVerdict.Held));
        Assert.That(held.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.File, diagnostic.Range.Start)),
            Is.EqualTo(new[] { ("CS0103", _program.Calc, new TextPosition(6, 19)) }));
    }

    [Test]
    public async Task A_rude_edit_needs_a_restart_and_says_which_and_where()
    {
        Calc("public class Calc", "public class Calc : EventArgs");
        var change = await CompileAsync();

        Assert.That((change.Verdict, change.Deltas.Length), Is.EqualTo((CompileVerdict.RestartRequired, 0)));
        var reason = change.Diagnostics.First(diagnostic => diagnostic.Code.StartsWith("ENC", StringComparison.Ordinal));
        Assert.That((reason.Severity, reason.File, reason.Range.Start.Line, reason.Project), Is.EqualTo((DiagnosticSeverity.Error, _program.Calc, 2, "Small")));
    }

    [Test]
    public async Task A_rude_edit_that_is_taken_back_is_no_change()
    {
        Calc("public class Calc", "public class Calc : EventArgs");
        await CompileAsync();
        Set(_program.Calc, SmallProgram.CalcText);

        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    [Test]
    public async Task No_part_of_a_rude_edit_is_applied()
    {
        Set(_program.Windows, SmallProgram.WindowsText.Replace("return 1", "return 10", StringComparison.Ordinal));
        Calc("public class Calc", "public class Calc : EventArgs");
        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.RestartRequired));
        Set(_program.Calc, SmallProgram.CalcText);

        AssertReady(await CompileAsync(), "updated method Windows.One()");
    }

    [Test]
    public async Task An_error_beside_a_rude_edit_comes_first()
    {
        Set(_program.Calc, SmallProgram.CalcText
            .Replace("public class Calc", "public class Calc : EventArgs", StringComparison.Ordinal)
            .Replace("a + b", "a + missing", StringComparison.Ordinal));
        var change = await CompileAsync();

        Assert.That(change.Verdict, Is.EqualTo(CompileVerdict.Held));
        Assert.That(change.Diagnostics.Select(diagnostic => diagnostic.Code), Has.Member("CS0103"));
    }

    [Test]
    public async Task A_cancelled_compile_leaves_the_baseline_as_it_was()
    {
        Calc("a + b", "a - b");
        Assert.That(async () => await _session.CompileAsync(_snapshot, Haste.Now, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());

        AssertReady(await CompileAsync(), "updated method Calc.Add(int, int)");
    }

    [Test]
    public async Task A_warm_up_changes_nothing()
    {
        await _session.StartWarmUp(Task.CompletedTask);

        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));
        Calc("a + b", "a - b");
        AssertReady(await CompileAsync(), "updated method Calc.Add(int, int)");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_edit_does_not_wait_for_the_warm_up_to_be_over(bool begins)
    {
        var warmUp = _session.StartWarmUp(begins ? Task.CompletedTask : new TaskCompletionSource().Task);
        Calc("a + b", "a - b");

        AssertReady(await CompileAsync(), "updated method Calc.Add(int, int)");
        await warmUp;
    }

    [Test]
    public async Task A_file_with_windows_line_ends_is_edited_like_any_other()
    {
        Set(_program.Windows, SmallProgram.WindowsText.Replace("return 1", "return 10", StringComparison.Ordinal));

        AssertReady(await CompileAsync(), "updated method Windows.One()");
    }

    [Test]
    public async Task Other_line_ends_are_no_change_of_the_program()
    {
        Set(_program.Windows, SmallProgram.WindowsText.Replace("\r\n", "\n", StringComparison.Ordinal));
        Set(_program.Calc, SmallProgram.CalcText.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    [Test]
    public async Task An_edit_with_other_line_ends_is_that_edit()
    {
        Set(_program.Windows, SmallProgram.WindowsText.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("return 1", "return 10", StringComparison.Ordinal));

        AssertReady(await CompileAsync(), "updated method Windows.One()");
    }

    [Test]
    public async Task A_file_with_a_byte_order_mark_is_edited_like_any_other()
    {
        Set(_program.Marked, SmallProgram.MarkedText.Replace("é", "ê", StringComparison.Ordinal));

        AssertReady(await CompileAsync(), "updated method Marked.Größe()");
    }

    [Test]
    public async Task The_text_that_runs_is_the_one_that_was_committed_last()
    {
        Assert.That(_session.Running.Find(_program.Calc), Is.EqualTo(SmallProgram.CalcText));
        Assert.That(_session.Running.Find(_program.Windows), Is.EqualTo(SmallProgram.WindowsText));
        Calc("a + b", "a - b");
        AssertReady(await CompileAsync(), "updated method Calc.Add(int, int)");
        Assert.That(_session.Running.Find(_program.Calc), Is.EqualTo(SmallProgram.CalcText));

        _session.Commit();
        Assert.That(_session.Running.Find(_program.Calc), Does.Contain("a - b"));
        Calc("a + b", "a - ");
        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.Held));
        Assert.That(_session.Running.Find(_program.Calc), Does.Contain("a - b"));
    }

    [Test]
    public async Task Text_that_means_the_same_program_runs()
    {
        Calc("return a + b;", "return a + b; // both");
        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));

        Assert.That(_session.Running.Find(_program.Calc), Does.Contain("// both"));
    }

    [Test]
    public async Task A_new_files_text_runs_when_it_is_committed()
    {
        Assert.That((_session.Running.Find(_program.New), _session.Owns(_program.New), _session.Owns("/elsewhere/New.cs")), Is.EqualTo(((string?)null, true, false)));
        Set(_program.New, "namespace Small;\npublic class New { public int One() => 1; }\n");
        AssertReady(await CompileAsync(), "added class New");
        Assert.That(_session.Running.Find(_program.New), Is.Null);

        _session.Commit();
        Assert.That(_session.Running.Find(_program.New), Does.Contain("class New"));
    }

    [Test]
    public async Task A_new_file_is_part_of_the_program()
    {
        Set(_program.New, "namespace Small;\npublic class New { public int One() => 1; }\n");
        AssertReady(await CompileAsync(), "added class New");
        _session.Commit();
        Set(_program.New, "namespace Small;\npublic class New { public int One() => 2; }\n");

        AssertReady(await CompileAsync(), "updated method New.One()");
    }

    [Test]
    public async Task A_file_that_was_deleted_and_is_there_again_is_no_change()
    {
        Set(_program.Windows, null);
        Assert.That((await CompileAsync()).Diagnostics.Select(diagnostic => diagnostic.Code), Is.EqualTo(["HR1018"]));
        Set(_program.Windows, SmallProgram.WindowsText);

        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    [Test]
    public async Task A_file_that_leaves_the_snapshot_is_as_it_was_loaded()
    {
        Calc("a + b", "a - b");
        AssertReady(await CompileAsync());
        _session.Discard();
        _snapshot = new(_snapshot.Id.Next(), _snapshot.Texts.Clear());

        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    [Test]
    public async Task A_file_of_no_project_is_no_change()
    {
        Set(Path.Combine(Path.GetTempPath(), "elsewhere", "Other.cs"), "class Other { }");

        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    [Test]
    public async Task A_session_may_end_with_a_change_that_was_neither_applied_nor_dropped()
    {
        Calc("a + b", "a - b");
        AssertReady(await CompileAsync());
    }

    [Test]
    public void A_commit_without_a_change_is_a_fault_of_the_caller() =>
        Assert.That(_session.Commit, Throws.Exception);

    [Test]
    public async Task An_edit_that_breaks_a_caller_that_was_not_edited_is_held()
    {
        Set(_program.New, "namespace Small;\n\nclass Caller\n{\n    int Call() => new Calc().Twice(1);\n}\n");
        AssertReady(await CompileAsync(), "added class Caller");
        _session.Commit();

        Calc("public int Twice(int a)", "public long Twice(int a)");
        var change = await CompileAsync();
        Assert.That((change.Verdict, change.Diagnostics.Single().Code, change.Diagnostics.Single().File), Is.EqualTo((CompileVerdict.Held, "CS0266", _program.New)));
    }

    [Test]
    public async Task What_was_compiled_anew_is_the_users_text_still()
    {
        const string Caller = "namespace Small;\n\nclass Caller\n{\n    string Call() { return new Calc().Twice(1).ToString(); }\n    void Run() => new Calc().Twice(1);\n}\n";
        Set(_program.New, Caller);
        AssertReady(await CompileAsync(), "added class Caller");
        _session.Commit();

        Calc("public int Twice(int a) => 2 * a;", "public long Twice(int a) => 2 * a;");
        AssertReady(await CompileAsync(), "updated method Calc.Twice(int)", "updated method Caller.Call()", "updated method Caller.Run()");
        _session.Commit();
        Assert.That(_session.Running.Find(_program.New), Is.EqualTo(Caller));
        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));

        Calc("public int Twice(int a) => 2 * a;", "public long Twice(int a) => 3 * a;");
        AssertReady(await CompileAsync(), "updated method Calc.Twice(int)");
        _session.Commit();

        Set(_program.New, "// A line more.\n" + Caller.Replace("1).ToString()", "2).ToString()", StringComparison.Ordinal));
        AssertReady(await CompileAsync(), "updated method Caller.Call()");
        _session.Commit();
        Assert.That((await CompileAsync()).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    [Test]
    public async Task What_a_full_compilation_finds_late_is_mended_by_the_next_reload()
    {
        using var program = await SmallProgram.CreateAsync(patience: TimeSpan.Zero);
        await using var session = await program.Engine.StartSessionAsync(CancellationToken.None);
        var doubted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Doubted += doubted.SetResult;
        var texts = Snapshot.Empty.Texts.SetItem(program.New, CallerOfTwice);
        AssertReady(await session.CompileAsync(new(new(1), texts), Haste.Now, CancellationToken.None), "added class Caller");
        session.Commit();

        texts = texts.SetItem(program.Calc, SmallProgram.CalcText.Replace("    public int Twice", "    public long Twice(short a) => a;\n\n    public int Twice", StringComparison.Ordinal));
        AssertReady(await session.CompileAsync(new(new(2), texts), Haste.Now, CancellationToken.None), "added method Calc.Twice(short)");
        session.Commit();
        await doubted.Task;

        AssertReady(await session.CompileAsync(new(new(2), texts), Haste.Now, CancellationToken.None), "updated method Caller.Call()");
        session.Commit();
        Assert.That((await session.CompileAsync(new(new(2), texts), Haste.Now, CancellationToken.None)).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    const string CallerOfTwice = "namespace Small;\n\nclass Caller\n{\n    string Call() { return new Calc().Twice((short)1).ToString(); }\n}\n";

    void Calc(string old, string text) => Set(_program.Calc, SmallProgram.CalcText.Replace(old, text, StringComparison.Ordinal));

    void Set(string path, string? text) => _snapshot = new(_snapshot.Id.Next(), _snapshot.Texts.SetItem(path, text));

    Task<CompiledChange> CompileAsync() => _session.CompileAsync(_snapshot, Haste.Now, CancellationToken.None);

    static void AssertReady(CompiledChange change, params string[] members)
    {
        Assert.That(change.Verdict, Is.EqualTo(CompileVerdict.Ready), string.Join("\n", change.Diagnostics));
        if (members.Length > 0)
        {
            Assert.That(change.Members.Select(member => $"{member.Change.ToString().ToLowerInvariant()} {member.Kind} {member.Name}"), Is.EquivalentTo(members));
        }
    }
}
