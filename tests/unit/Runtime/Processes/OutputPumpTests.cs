using System.Text;
using HotReload.Runtime.Processes;
using HotReload.UnitTests.JsonRpc.Support;

namespace HotReload.UnitTests.Runtime.Processes;

public sealed class OutputPumpTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Characters_cut_by_a_chunk_are_put_together(int chunk)
    {
        const string text = "grüße 🙂 end without line end";
        var received = new StringBuilder();
        using var stream = new ChunkedStream(Encoding.UTF8.GetBytes(text), Enumerable.Repeat(chunk, text.Length * 4));
        await OutputPump.RunAsync(stream, piece => received.Append(piece));

        Assert.That(received.ToString(), Is.EqualTo(text));
    }
}
