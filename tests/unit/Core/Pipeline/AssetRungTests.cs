using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.UnitTests.Core.Pipeline;

public sealed class AssetRungTests
{
    static readonly AssetUpdate s_style = new("/w/site.css", AssetKind.Style, ["site.css"], "p{}", null);
    static readonly AssetUpdate s_bad = new("/w/New.razor.css", AssetKind.Style, [], null, "it is new.");

    [Test]
    public async Task Files_alone_are_applied_without_waiting_for_the_compiler()
    {
        var bench = new PipelineBench { ChangedAssets = [s_style] };
        bench.Compiles(snapshot => Changes.Of(snapshot, CompileVerdict.NoChange));
        bench.Runs(7, Changes.Took);
        var result = await bench.ReloadAsync();
        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied));
        Assert.That(result.Page.Assets.Single().Outcome, Is.EqualTo(AssetOutcome.Injected));
        Assert.That(result.Page.Told, Is.EqualTo(2));
        Assert.That(result.Message, Is.EqualTo("site.css is new; 2 open pages take it."));
    }

    [Test]
    public async Task After_code_that_runs_files_alone_are_not_compiled_at_all()
    {
        var bench = new PipelineBench { ChangedAssets = [s_style] };
        bench.Runs(7, Changes.Took);
        bench.Buffers.ChangeOnDisk("/w/A.cs", "code");
        await bench.ReloadAsync();
        bench.Compiles((_, _) => throw new InvalidOperationException("Nobody was to compile."));

        bench.Buffers.ChangeOnDisk("/w/site.css", "p{}");
        var result = await bench.ReloadAsync();

        Assert.That((result.Outcome, result.Message), Is.EqualTo((ReloadOutcome.Applied, "site.css is new; 2 open pages take it.")));
    }

    [TestCase(CompileVerdict.Held, "/w/site.css")]
    [TestCase(CompileVerdict.NoChange, "/w/A.cs")]
    public async Task After_code_that_is_held_or_with_code_they_are(CompileVerdict verdict, string path)
    {
        var bench = new PipelineBench(PipelineOptions.Default with { Settle = TimeSpan.Zero }) { ChangedAssets = [s_style] };
        bench.Runs(7, Changes.Took);
        bench.Compiles(snapshot => Changes.Of(snapshot, verdict));
        await bench.ReloadAsync();
        bench.Compiles(snapshot => Changes.Of(snapshot, CompileVerdict.Held));

        bench.Buffers.ChangeOnDisk(path, "new");

        Assert.That((await bench.ReloadAsync()).Outcome, Is.EqualTo(ReloadOutcome.Held));
    }

    [Test]
    public async Task A_file_that_needs_a_build_asks_for_a_restart()
    {
        var bench = new PipelineBench { ChangedAssets = [s_bad with { NeedsBuild = true }] };
        bench.Compiles(snapshot => Changes.Of(snapshot, CompileVerdict.NoChange));
        bench.Runs(7, Changes.Took);
        var result = await bench.ReloadAsync();
        Assert.That((result.Outcome, result.Page.Assets.Single().Outcome), Is.EqualTo((ReloadOutcome.RestartRequired, AssetOutcome.NeedsBuild)));
        Assert.That(result.Message, Is.EqualTo("New.razor.css: it is new."));
    }

    [Test]
    public async Task Errors_in_code_do_not_hold_files_back()
    {
        var bench = new PipelineBench(PipelineOptions.Default with { Settle = TimeSpan.Zero }) { ChangedAssets = [s_style] };
        bench.Compiles(snapshot => Changes.Of(snapshot, CompileVerdict.Held));
        bench.Runs(7, Changes.Took);
        var result = await bench.ReloadAsync();
        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Held));
        Assert.That(result.Page.Assets.Single().Outcome, Is.EqualTo(AssetOutcome.Injected));
    }

    [Test]
    public async Task A_file_that_fails_does_not_hold_the_others_nor_the_code()
    {
        var bench = new PipelineBench { ChangedAssets = [s_style, s_bad] };
        bench.Runs(7, Changes.Took);
        var result = await bench.ReloadAsync();
        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied));
        Assert.That(result.Page.Assets.Select(asset => asset.Outcome), Is.EqualTo(new[] { AssetOutcome.Injected, AssetOutcome.Failed }));
        Assert.That(result.Message, Does.Contain("it is new."));
    }
}
