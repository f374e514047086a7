using System.Globalization;
using HotReload.Runtime.Builds;
using HotReload.Runtime.Processes;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Runtime.Builds;

[Platform("Linux,MacOsX")]
public sealed class DotnetBuildTests
{
    const string SaysWhoBuilds = "built by ";

    /// <summary>A build that says which process it is, and then takes for ever.</summary>
    const string Endless = $"""
        <Project DefaultTargets="Build">
          <Target Name="Restore" />
          <Target Name="Build">
            <Exec Command="echo {SaysWhoBuilds}$PPID &amp;&amp; sleep 1000" StandardOutputImportance="high" />
          </Target>
        </Project>
        """;

    [Test]
    public async Task A_build_that_is_given_up_leaves_no_process_and_no_file()
    {
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        var said = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var progress = new Progress<string>(line => _ = line.Contains(SaysWhoBuilds, StringComparison.Ordinal) && said.TrySetResult(line));
        var build = new DotnetBuild("dotnet").RunAsync(BuildRequest.Whole(folder.Write("Endless.csproj", Endless)), progress, cancellation.Token);
        var line = await Hang.Guard(said.Task);
        var builder = int.Parse(line[(line.IndexOf(SaysWhoBuilds, StringComparison.Ordinal) + SaysWhoBuilds.Length)..], CultureInfo.InvariantCulture);
        var table = ProcessPlatform.ForThisSystem().Table;
        var (self, children) = (table.Find(builder)!.Value, table.Descendants(builder));
        var files = RuntimeFiles.Names(self).Select(name => Path.Combine(Path.GetTempPath(), name)).ToList();
        Assert.That(files, Has.All.Matches<string>(File.Exists));
        Assert.That(children, Is.Not.Empty);

        await cancellation.CancelAsync();

        Assert.That(async () => await build, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(files, Has.None.Matches<string>(File.Exists));
        Assert.That(children.Append(self).Where(process => table.Find(process.Id) == process), Is.Empty);
    }
}
