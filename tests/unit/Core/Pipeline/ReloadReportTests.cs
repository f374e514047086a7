using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.UnitTests.Core.Pipeline;

/// <summary>The sentences that people read.</summary>
public sealed class ReloadReportTests
{
    PipelineBench _bench = null!;

    [SetUp]
    public void Create() => _bench = new(PipelineOptions.Default with { Settle = TimeSpan.Zero });

    [TestCase(new string[0], "The change was applied.")]
    [TestCase(new[] { "Cart.Add(Item)" }, "Cart.Add(Item) applied.")]
    [TestCase(new[] { "Cart.Add(Item)", "Cart.Total" }, "Cart.Add(Item) and 1 other member applied.")]
    [TestCase(new[] { "Cart.Add(Item)", "Cart.Total", "Cart" }, "Cart.Add(Item) and 2 other members applied.")]
    public async Task What_was_applied_is_named(string[] members, string message)
    {
        _bench.Runs(7, Changes.Took);
        _bench.Compiles(snapshot => Changes.Ready(snapshot) with { Members = [.. members.Select(Changes.Member)] });

        Assert.That((await _bench.ReloadAsync()).Message, Is.EqualTo(message));
    }

    [Test]
    public async Task A_module_that_is_not_loaded_is_not_called_applied()
    {
        _bench.Runs(7, Changes.Keeps);
        Assert.That((await _bench.ReloadAsync()).Message,
            Is.EqualTo("The change was applied. 1 module not loaded yet: applied when it is loaded."));
    }

    [Test]
    public async Task A_change_without_effect_before_a_restart_is_said_to_be_one()
    {
        _bench.Runs(7, Changes.Took);
        _bench.Compiles(snapshot => Changes.Ready(snapshot, Changes.Warning("ENC0118", "Startup code."), Changes.Warning("ENC0118", "More.")));

        Assert.That((await _bench.ReloadAsync()).Message,
            Is.EqualTo("The change was applied. 2 changes may have no effect before a restart."));
    }

    [Test]
    public async Task An_update_handler_that_threw_is_named_and_the_delta_stays()
    {
        _bench.Runs(7, process => Changes.Took(process) with { HandlerFailures = [new("Shop.Cache.Clear", "System.Exception: x")] });

        var result = await _bench.ReloadAsync();

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied));
        Assert.That(result.Message, Is.EqualTo("The change was applied. The update handler Shop.Cache.Clear threw; the change itself is in."));
    }

    [TestCase("; expected", "1 error, the first in Cart.cs:7: ; expected. The program runs on unchanged.")]
    [TestCase("It is not known.", "1 error, the first in Cart.cs:7: It is not known. The program runs on unchanged.")]
    [TestCase("Did you forget it?", "1 error, the first in Cart.cs:7: Did you forget it? The program runs on unchanged.")]
    public async Task Errors_are_counted_and_the_first_is_told_with_its_place(string error, string message) =>
        Assert.That(await MessageOf(CompileVerdict.Held, Changes.Warning("CS0168", "Unused."), Changes.Error("CS1002", error)),
            Is.EqualTo(message));

    [Test]
    public async Task Errors_are_plural_where_they_are_many() => Assert.That(
        await MessageOf(CompileVerdict.Held, Changes.Error("CS1002", "A.", file: null), Changes.Error("CS1003", "B.")),
        Is.EqualTo("2 errors, the first in the project: A. The program runs on unchanged."));

    [Test]
    public async Task What_is_held_without_a_reason_is_said_to_be_held() => Assert.That(
        await MessageOf(CompileVerdict.Held), Is.EqualTo("The change can't be compiled; the program runs on unchanged."));

    [Test]
    public async Task A_rude_edit_is_told_with_its_code_and_place() => Assert.That(
        await MessageOf(CompileVerdict.RestartRequired, Changes.Error("ENC0021", "Adding an attribute requires restarting.")),
        Is.EqualTo("The change takes effect only with a restart. ENC0021 in Cart.cs:7: Adding an attribute requires restarting."));

    [Test]
    public async Task A_restart_without_a_reason_is_told_all_the_same() => Assert.That(
        await MessageOf(CompileVerdict.RestartRequired), Is.EqualTo("The change takes effect only with a restart."));

    [TestCase("Bad delta.", "The program did not take the change: Bad delta. Restart it to go on.")]
    [TestCase("Bad delta", "The program did not take the change: Bad delta. Restart it to go on.")]
    [TestCase(null, "The program did not take the change: no reason was given. Restart it to go on.")]
    public async Task A_refusal_is_told_with_its_reason(string? reason, string message)
    {
        _bench.Runs(7, process => Changes.Refused(process, reason));
        Assert.That((await _bench.ReloadAsync()).Message, Is.EqualTo(message));
    }

    [Test]
    public async Task Nothing_to_do_is_told_too() => Assert.That(
        await MessageOf(CompileVerdict.NoChange), Is.EqualTo("The program already runs this text."));

    [TestCase(100, 30, 20, true)]
    [TestCase(100.01, 30, 20, false)]
    [TestCase(90, 30, 20.01, false)]
    public async Task Targets_are_met_or_not(double total, double compile, double emit, bool met)
    {
        _bench.Compiles(snapshot => Changes.Of(snapshot, CompileVerdict.NoChange));
        var result = await _bench.ReloadAsync() with { Phases = PhaseTimings.Zero with { Total = total, Compile = compile, Emit = emit } };

        Assert.That(result.MeetsTarget, Is.EqualTo(met));
    }

    [Test]
    public async Task The_slowest_process_counts_and_the_total_is_what_passed()
    {
        _bench.Runs(7, process => Changes.Took(process) with { TransportMilliseconds = 9, ApplyMilliseconds = 1 });
        _bench.Runs(8, process => Changes.Took(process) with { TransportMilliseconds = 2, ApplyMilliseconds = 5.555 });
        _bench.Compiles(snapshot =>
        {
            _bench.Clock.Advance(42.125);
            return Changes.Ready(snapshot);
        });

        var phases = (await _bench.ReloadAsync()).Phases;

        Assert.That((phases.Transport, phases.Apply), Is.EqualTo((9d, 5.56)));
        Assert.That(phases.Total, Is.EqualTo(42.13).Within(0.011));
    }

    async Task<string> MessageOf(CompileVerdict verdict, params ReloadDiagnostic[] diagnostics)
    {
        _bench.Runs(7, Changes.Took);
        _bench.Compiles(snapshot => Changes.Of(snapshot, verdict, diagnostics));
        return (await _bench.ReloadAsync()).Message;
    }
}
