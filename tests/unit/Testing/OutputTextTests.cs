using HotReload.Testing.Probing;

namespace HotReload.UnitTests.Testing;

public sealed class OutputTextTests
{
    [Test]
    public async Task Lines_are_whole_however_they_come()
    {
        var output = new OutputText();
        output.Append("one\r\ntw");
        var waiting = output.LineAsync(0, line => line.StartsWith('t'), CancellationToken.None);
        Assert.That(waiting.IsCompleted, Is.False);

        output.Append("o\nthree\n");

        Assert.That(await waiting, Is.EqualTo("two"));
    }

    [Test]
    public async Task A_mark_leaves_out_what_was_before()
    {
        var output = new OutputText();
        output.Append("tick 1\n");
        var mark = output.Length;
        output.Append("tick 2\n");

        Assert.That(await output.LineAsync(mark, line => line.StartsWith("tick", StringComparison.Ordinal), CancellationToken.None), Is.EqualTo("tick 2"));
    }
}
