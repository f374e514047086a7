using System.Collections.Immutable;
using HotReload.Testing.Fixtures;

namespace HotReload.IntegrationTests;

/// <summary>A system whose watchers are of no use.</summary>
sealed class WatchLimitTests
{
    [Test]
    public async Task Files_that_can_not_be_watched_are_looked_at_and_the_log_says_so()
    {
        var fixture = await Fixture.OpenAsync("console");
        await using var program = await LiveProgram.StartAsync(fixture, null, ReloadMode.Save, new(fixture.Root)
        {
            Environment = ImmutableDictionary<string, string>.Empty.Add("DOTNET_USE_POLLING_FILE_WATCHER", "1"),
        });
        var told = await program.Editor.EventAsync("watchFallback");
        Assert.That(told.Message, Does.Contain(fixture.Root).And.Contain("twice a second"));
        Assert.That(program.Editor.Heard.Log.All().Select(entry => entry.Message), Has.Some.EqualTo(told.Message));

        fixture.Replace("Board.cs", "Hello", "Looked at");

        program.MustBeApplied(await program.Editor.NextResultAsync());
        await program.Editor.OutputContainingAsync("Looked at, 0 guests");

        fixture.Write("Extra.cs", "namespace Greeter; static class Extra { public static string Text => \"Extra\"; }");
        fixture.Replace("Board.cs", "Looked at", "{Extra.Text}");
        program.MustBeApplied(await program.Editor.NextResultAsync());
        await program.Editor.OutputContainingAsync("Extra, 0 guests");
    }
}
