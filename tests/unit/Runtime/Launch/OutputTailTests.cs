using HotReload.Core.Ports;
using HotReload.Runtime.Launch;

namespace HotReload.UnitTests.Runtime.Launch;

public sealed class OutputTailTests
{
    [Test]
    public void Only_the_end_is_kept()
    {
        var tail = new OutputTail();
        tail.Add(new(1, OutputKind.Stdout, new string('a', OutputTail.MaxLength)));
        tail.Add(new(1, OutputKind.Stderr, "the end"));

        Assert.That(tail.Text, Has.Length.EqualTo(OutputTail.MaxLength));
        Assert.That(tail.Text, Does.EndWith("the end"));
    }

    [Test]
    public void Nothing_is_kept_of_a_launch_that_succeeded()
    {
        var tail = new OutputTail();
        tail.Release();
        tail.Add(new(1, OutputKind.Stdout, "more"));

        Assert.That(tail.Text, Is.Empty);
    }
}
