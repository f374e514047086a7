using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Session;
using HotReload.Runtime.Processes;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.Session;

/// <summary>What an edit session does while nobody waits, against the SDK's own edit analysis. No comparison is waited for here by a reload.</summary>
public sealed class CompiledAheadTests
{
    const string Caller = "namespace Small;\n\nclass Caller\n{\n    string Call() { return new Calc().Twice(1).ToString(); }\n}\n";

    readonly QuietThread _quiet = new();
    SmallProgram _program = null!;
    EditSession _session = null!;
    Snapshot _snapshot = null!;

    [OneTimeSetUp]
    public async Task Build() => _program = await SmallProgram.CreateAsync(patience: TimeSpan.Zero);

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
    public async Task It_is_a_whole_answer_however_long_the_comparison_takes()
    {
        await AddCallerAsync();
        ReturnLong();

        Assert.That(Members(await CompileAsync(new Haste())), Is.EquivalentTo(new[] { "Calc.Twice(int)", "Caller.Call()" }));
        _session.Commit();
        Assert.That((await CompileAsync(Haste.Now)).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    [Test]
    public async Task On_one_thread_it_comes_to_the_same()
    {
        await AddCallerAsync();
        ReturnLong();
        var change = await Hang.Guard(Task.Factory.StartNew(
            () => CompileAsync(new Haste()), CancellationToken.None, TaskCreationOptions.None, _quiet).Unwrap());

        Assert.That(Members(change), Is.EquivalentTo(new[] { "Calc.Twice(int)", "Caller.Call()" }));
        _session.Discard();
    }

    [Test]
    public async Task An_edit_does_not_stand_behind_the_comparison_of_an_earlier_one()
    {
        var comparisons = new HeldWork();
        using var program = await SmallProgram.CreateAsync(patience: TimeSpan.Zero, comparisons);
        await using var session = await program.Engine.StartSessionAsync(CancellationToken.None);
        Task<CompiledChange> AheadAsync(string old, string text, Haste haste) => Hang.Guard(Task.Factory.StartNew(
            () => session.CompileAsync(Snapshot.Empty.With(program.Calc, SmallProgram.CalcText.Replace(old, text, StringComparison.Ordinal)), haste, CancellationToken.None),
            CancellationToken.None, TaskCreationOptions.None, _quiet).Unwrap());

        var save = new Haste();
        var added = AheadAsync("public int Twice", "public int One() => 1;\n\n    public int Twice", save);
        await Hang.Guard(comparisons.Begun);
        save.Hurry();
        Assert.That(Members(await added), Is.EquivalentTo(new[] { "Calc.One()" }));
        session.Discard();

        Assert.That(Members(await AheadAsync("a + b", "a - b", new Haste())), Is.EquivalentTo(new[] { "Calc.Add(int, int)" }));
        session.Discard();
        comparisons.Release();
    }

    [Test]
    public async Task A_comparison_that_nobody_waits_for_any_more_goes_on_in_the_background()
    {
        var comparisons = new HeldWork();
        using var program = await SmallProgram.CreateAsync(patience: TimeSpan.Zero, comparisons);
        await using var session = await program.Engine.StartSessionAsync(CancellationToken.None);
        var text = SmallProgram.CalcText.Replace("public int Twice", "public int One() => 1;\n\n    public int Twice", StringComparison.Ordinal);
        var added = await Hang.Guard(session.CompileAsync(Snapshot.Empty.With(program.Calc, text), Haste.Now, CancellationToken.None));
        Assert.That(Members(added), Is.EquivalentTo(new[] { "Calc.One()" }));

        await Hang.Guard(comparisons.Begun);
        session.Discard();
        comparisons.Release();
    }

    [TestCase("public int Twice(int a)", "public long Twice(int a)", "Calc.Twice(int)", TestName = "Whoever_calls_a_method_that_gets_another_type_is_in_its_delta")]
    [TestCase("public int Twice(int a)", "public int Twice(int a, int more = 0)", "Calc.Twice(int, int)", TestName = "Whoever_calls_a_method_that_gets_a_parameter_is_in_its_delta")]
    public async Task No_caller_is_found_late(string before, string after, string member)
    {
        await AddCallerAsync();
        Set(_program.Calc, SmallProgram.CalcText.Replace(before, after, StringComparison.Ordinal));

        Assert.That(Members(await CompileAsync(Haste.Now)), Does.Contain(member).And.Contain("Caller.Call()"));
        _session.Discard();
    }

    [Test]
    public async Task A_caller_is_in_the_next_such_delta_again()
    {
        Set(_program.New, Caller.Replace("Twice(1)", "Twice(new Calc().Add(1, 2))", StringComparison.Ordinal));
        await CompileAsync(Haste.Now);
        _session.Commit();
        var text = SmallProgram.CalcText.Replace("public int Twice(int a)", "public int Twice(int a, int more = 0)", StringComparison.Ordinal);
        Set(_program.Calc, text);
        Assert.That(Members(await CompileAsync(Haste.Now)), Does.Contain("Caller.Call()"));
        _session.Commit();

        Set(_program.Calc, text.Replace("public int Add(int a, int b)", "public int Add(int a, int b, int more = 0)", StringComparison.Ordinal));
        Assert.That(Members(await CompileAsync(Haste.Now)), Does.Contain("Caller.Call()"));
        _session.Commit();
        Assert.That((await CompileAsync(Haste.Now)).Verdict, Is.EqualTo(CompileVerdict.NoChange));
    }

    [Test]
    public async Task An_error_of_a_caller_is_not_found_late()
    {
        Set(_program.New, Caller.Replace("string Call() { return new Calc().Twice(1).ToString(); }", "int Call() => new Calc().Twice(1);", StringComparison.Ordinal));
        await CompileAsync(Haste.Now);
        _session.Commit();
        ReturnLong();

        var held = await CompileAsync(Haste.Now);
        Assert.That((held.Verdict, held.Diagnostics.Single().Code), Is.EqualTo((CompileVerdict.Held, "CS0266")));
    }

    [Test]
    public async Task What_was_found_late_is_left_to_whoever_waits()
    {
        Set(_program.New, Caller.Replace("Twice(1)", "Twice((short)1)", StringComparison.Ordinal));
        await CompileAsync(Haste.Now);
        _session.Commit();
        var doubted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _session.Doubted += () => doubted.TrySetResult();
        AddOverload();
        Assert.That(Members(await CompileAsync(Haste.Now)), Is.EquivalentTo(new[] { "Calc.Twice(short)" }));
        _session.Commit();
        await Hang.Guard(doubted.Task);

        Assert.That(_session.IsDoubted, Is.True);
        Assert.That((await CompileAsync(new Haste())).Verdict, Is.EqualTo(CompileVerdict.NoChange));
        Assert.That(_session.IsDoubted, Is.True);
        Assert.That(Members(await CompileAsync(Haste.Now)), Is.EquivalentTo(new[] { "Caller.Call()" }));
        Assert.That(_session.IsDoubted, Is.False);
        _session.Discard();
    }

    [Test]
    public async Task An_error_that_was_found_late_holds_every_text_that_still_has_it()
    {
        Set(_program.New, Caller.Replace("string Call() { return new Calc().Twice(1).ToString(); }", "int Call() => new Calc().Twice((short)1);", StringComparison.Ordinal));
        await CompileAsync(new Haste());
        _session.Commit();
        var doubted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _session.Doubted += () => doubted.TrySetResult();
        AddOverload();
        await CompileAsync(Haste.Now);
        _session.Commit();
        await Hang.Guard(doubted.Task);
        Assert.That((await CompileAsync(Haste.Now)).Diagnostics.Select(error => error.Code), Is.EqualTo(new[] { "CS0266" }));

        Set(_program.Windows, SmallProgram.WindowsText.Replace("return 1", "return 3", StringComparison.Ordinal));
        var held = await CompileAsync(Haste.Now);
        Assert.That((held.Verdict, held.Diagnostics.Single().Code), Is.EqualTo((CompileVerdict.Held, "CS0266")));

        Set(_program.New, Caller);
        Assert.That(Members(await CompileAsync(Haste.Now)), Does.Contain("Windows.One()"));
        _session.Discard();
    }

    [Test]
    public async Task A_new_file_that_was_not_saved_is_gone_with_the_next_text()
    {
        Set(_program.New, "namespace Small;\npublic class New { public int One() => 1; }\n");
        Assert.That(Members(await CompileAsync(new Haste())), Is.EquivalentTo(new[] { "New" }));
        _session.Discard();
        _snapshot = Snapshot.Empty;
        Set(_program.Calc, SmallProgram.CalcText.Replace("a + b", "a - b", StringComparison.Ordinal));

        Assert.That(Members(await CompileAsync(Haste.Now)), Is.EquivalentTo(new[] { "Calc.Add(int, int)" }));
        _session.Discard();
    }

    [Test]
    public async Task What_is_given_up_at_any_moment_leaves_nothing_behind()
    {
        Set(_program.Calc, SmallProgram.CalcText.Replace("a + b", "a - b", StringComparison.Ordinal));
        for (var i = 0; i < 40; i++)
        {
            using var key = new CancellationTokenSource();
            var compilation = Task.Run(() => _session.CompileAsync(_snapshot, new Haste(), key.Token));
            for (var spins = 0; spins < i * i && !compilation.IsCompleted; spins++)
            {
                await Task.Yield();
            }

            await key.CancelAsync();
            await ((Task)compilation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (compilation.IsCompletedSuccessfully)
            {
                _session.Discard();
            }
        }

        Assert.That(Members(await CompileAsync(Haste.Now)), Is.EquivalentTo(new[] { "Calc.Add(int, int)" }));
        _session.Discard();
    }

    async Task AddCallerAsync()
    {
        Set(_program.New, Caller);
        await CompileAsync(new Haste());
        _session.Commit();
    }

    /// <summary>A better one for who has a short at hand: only a full compilation knows.</summary>
    void AddOverload() =>
        Set(_program.Calc, SmallProgram.CalcText.Replace("    public int Twice", "    public long Twice(short a) => a;\n\n    public int Twice", StringComparison.Ordinal));

    void ReturnLong() =>
        Set(_program.Calc, SmallProgram.CalcText.Replace("public int Twice", "public long Twice", StringComparison.Ordinal));

    void Set(string path, string text) => _snapshot = _snapshot.With(path, text);

    Task<CompiledChange> CompileAsync(Haste haste) => _session.CompileAsync(_snapshot, haste, CancellationToken.None);

    static IEnumerable<string> Members(CompiledChange change)
    {
        Assert.That(change.Verdict, Is.EqualTo(CompileVerdict.Ready), string.Join("\n", change.Diagnostics));
        return change.Members.Select(member => member.Name);
    }
}
