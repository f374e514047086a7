using HotReload.Testing.Fixtures;

namespace HotReload.FaultTests;

/// <summary>A file differs from the PDB's checksum at start: said so, mended by a shadow emit, never silently ignored.</summary>
sealed class Fault28_StaleSourceTests
{
    [Test]
    public async Task A_source_that_was_not_built_is_told_and_runs()
    {
        var fixture = await Fixture.OpenAsync("console");

        // Older than what was built, as a file is that was moved here or that a tool gave its old time: only the content tells.
        var (path, time) = (fixture.PathTo("Board.cs"), File.GetLastWriteTimeUtc(fixture.PathTo("Board.cs")));
        fixture.Replace("Board.cs", "Hello", "Not built");
        File.SetLastWriteTimeUtc(path, time);
        await using var program = await Shared.Server.StartAsync(fixture);

        await program.Editor.OutputContainingAsync("Not built, 0 guests");
        Assert.That(program.Editor.Heard.Output.ToString(), Does.Not.Contain("Hello"));
        Assert.That(
            program.Editor.Heard.Statuses.All().Select(status => status.Message),
            Has.Some.Contain("Board.cs differs from what Greeter was built from"));
        var edited = await program.ApplyUnsavedAsync("Board.cs", "Not built", "Edited");
        Assert.That(edited.Outcome, Is.EqualTo(ReloadOutcome.Applied), edited.Message);
        await program.Editor.OutputContainingAsync("Edited, 0 guests");
    }
}
