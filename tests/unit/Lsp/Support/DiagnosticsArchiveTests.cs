using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using HotReload.Core.Recovery;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Support;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Support;

public sealed class DiagnosticsArchiveTests
{
    [Test]
    public async Task What_was_tried_about_faults_is_in_it_without_a_word_of_the_programs()
    {
        using var folder = new TemporaryFolder();
        var bench = new SessionBench();
        var recoveries = bench.Services.Recoveries;
        recoveries.End(
            recoveries.Begin(SessionBench.Session, null, Fault.ProgramCrashed, RecoveryAction.RestartProgram, "It ended: secret of the program."),
            RecoveryOutcome.Recovered, "It runs.");
        recoveries.Begin(SessionBench.Session, "/orders/of-ada", Fault.PageUnsteady, RecoveryAction.Hold, "The page is left alone.");
        var archive = new DiagnosticsArchive(new History(), recoveries, bench.Services.Log, bench.Options, new Masking("", "", ""));

        var names = await archive.WriteAsync(
            folder.At("report.zip"), AboutServer.Create("1.0.0", bench.Clock.GetUtcNow()), ImmutableArray<SessionInfo>.Empty, CancellationToken.None);

        var text = await ReadAsync(folder.At("report.zip"), "recoveries.json");
        Assert.That(names, Has.Member("recoveries.json"));
        Assert.That(
            JsonElement.Parse(text).EnumerateArray().Select(entry => string.Join(' ', new[] { "fault", "step", "outcome" }.Select(name => entry.GetProperty(name).GetString()))),
            Is.EqualTo(new[] { "ProgramCrashed RestartProgram Recovered", "PageUnsteady Hold Running" }));
        Assert.That(text, Does.Not.Contain("secret").And.Not.Contain("ada"));
    }

    static async Task<string> ReadAsync(string path, string name)
    {
        await using var zip = await ZipFile.OpenReadAsync(path);
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
