using HotReload.Runtime.Processes;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Runtime.Processes;

[Platform("Linux,MacOsX")]
public sealed class RuntimeFilesTests
{
    [Test]
    public void They_are_named_as_the_runtime_of_this_process_has_named_its_own() => Assert.That(
        RuntimeFiles.Names(ProcessIdentity.Find(Environment.ProcessId)!.Value).Select(name => Path.Combine(Path.GetTempPath(), name)),
        Has.All.Matches<string>(File.Exists));

    [Test]
    public void Those_of_one_process_are_removed_and_no_others()
    {
        using var folder = new TemporaryFolder();
        var process = new ProcessIdentity(4_000_001, 1_000_000_000);
        var later = process with { Started = 2_000_000_000 };
        var stays = RuntimeFiles.Names(later).Append("notes").ToList();
        foreach (var name in RuntimeFiles.Names(process).Concat(stays))
        {
            folder.Write(name, "");
        }

        RuntimeFiles.Remove(process, folder.Path);

        Assert.That(Directory.GetFiles(folder.Path).Select(Path.GetFileName), Is.EquivalentTo(stays));
    }

    [Test]
    public void A_process_that_runs_keeps_its_own()
    {
        var self = ProcessIdentity.Find(Environment.ProcessId)!.Value;

        self.ClearUp();

        Assert.That(RuntimeFiles.Names(self).Select(name => Path.Combine(Path.GetTempPath(), name)), Has.All.Matches<string>(File.Exists));
    }
}
