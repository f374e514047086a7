using System.Diagnostics;
using HotReload.Runtime.Processes;

namespace HotReload.UnitTests.Runtime.Processes;

public sealed class ProcessIdentityTests
{
    readonly ProcessIdentity _self = ProcessIdentity.Find(Environment.ProcessId)!.Value;

    [Test]
    public void A_process_is_older_than_what_it_has_written_and_younger_than_what_was_there_before()
    {
        using var self = Process.GetCurrentProcess();

        Assert.That(_self.HasStartedBefore(DateTime.UtcNow));
        Assert.That(_self.HasStartedBefore(self.StartTime.ToUniversalTime().AddSeconds(-1)), Is.False);
    }

    [Test]
    public void One_that_has_ended_is_not_mistaken_for_the_next_with_its_id() =>
        Assert.That((_self with { Started = _self.Started + 1 }).HasStartedBefore(DateTime.UtcNow), Is.False);
}
