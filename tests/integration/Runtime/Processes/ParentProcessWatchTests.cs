using System.Diagnostics;
using HotReload.Runtime.Processes;
using HotReload.RuntimeTests.Kit;

namespace HotReload.RuntimeTests.Processes;

[Platform("Linux,MacOsX")]
public sealed class ParentProcessWatchTests
{
    [Test]
    public async Task FAULT_35_the_end_of_another_process_is_noticed()
    {
        using var other = Process.Start("/bin/sleep", ["1000"]);
        using var watch = ParentProcessWatch.Start(other.Id, TimeProvider.System);
        Assert.That(watch.Exited.IsCompleted, Is.False);
        other.Kill();

        await watch.Exited.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Test, Platform("Linux")]
    public async Task The_system_tells_without_being_asked_again()
    {
        var table = ProcessPlatform.ForThisSystem().Table;
        using var other = Process.Start("/bin/sleep", ["1000"]);
        var process = table.Find(other.Id)!.Value;
        var ended = table.TryWaitForEnd(process, CancellationToken.None);
        Assert.That(ended, Is.Not.Null, "Linux 5.3 or later tells.");
        Assert.That(ended.IsCompleted, Is.False);
        other.Kill();

        await ended.WaitAsync(Hang.Guard);
        await other.WaitForExitAsync();
        Assert.That(table.TryWaitForEnd(process, CancellationToken.None), Is.Null, "Nobody is there any more.");
    }

    [Test, Platform("Linux")]
    public async Task A_wait_for_an_end_can_be_given_up()
    {
        using var other = Process.Start("/bin/sleep", ["1000"]);
        using var end = new CancellationTokenSource();
        var table = ProcessPlatform.ForThisSystem().Table;
        var ended = table.TryWaitForEnd(table.Find(other.Id)!.Value, end.Token)!;
        await end.CancelAsync();
        await ((Task)ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        other.Kill();

        Assert.That(ended.IsCanceled, Is.True);
    }

    [Test]
    public async Task A_process_that_does_not_exist_has_ended()
    {
        using var other = Process.Start("/bin/true");
        await other.WaitForExitAsync();
        using var watch = ParentProcessWatch.Start(other.Id, TimeProvider.System);

        await watch.Exited.WaitAsync(Hang.Guard);
    }

    [Test]
    public void This_process_is_found_with_its_children()
    {
        using var child = Process.Start("/bin/sleep", ["1000"]);
        var table = ProcessPlatform.ForThisSystem().Table;
        var descendants = table.Descendants(Environment.ProcessId);
        var posix = new PosixProcessTable().Descendants(Environment.ProcessId);
        child.Kill();

        Assert.That(table.Find(Environment.ProcessId), Is.Not.Null);
        Assert.That(descendants.Select(process => process.Id), Does.Contain(child.Id));
        Assert.That(posix.Select(process => process.Id), Does.Contain(child.Id).Or.Empty);
    }
}
