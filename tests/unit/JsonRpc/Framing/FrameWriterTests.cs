using System.Text;
using HotReload.JsonRpc.Framing;
using HotReload.UnitTests.JsonRpc.Support;
using Moq;

namespace HotReload.UnitTests.JsonRpc.Framing;

public sealed class FrameWriterTests
{
    [Test]
    public async Task A_small_frame_is_one_write_and_a_flush()
    {
        byte[] body = Encoding.UTF8.GetBytes("""{"é":1}""");
        Mock<MemoryStream> stream = new() { CallBase = true };
        using FrameWriter writer = new(stream.Object);

        await writer.WriteAsync(body);

        stream.Verify(s => s.WriteAsync(It.IsAny<ReadOnlyMemory<byte>>(), It.IsAny<CancellationToken>()), Times.Once);
        stream.Verify(s => s.FlushAsync(It.IsAny<CancellationToken>()), Times.Once);
        Assert.That(Encoding.UTF8.GetString(stream.Object.ToArray()), Is.EqualTo("Content-Length: 8\r\n\r\n{\"é\":1}"));
    }

    [Test]
    public void The_synchronous_path_writes_the_same_on_the_calling_thread()
    {
        Mock<MemoryStream> stream = new() { CallBase = true };
        using FrameWriter writer = new(stream.Object);

        writer.Write("{}"u8);

        stream.Verify(s => s.Write(It.IsAny<byte[]>(), It.IsAny<int>(), It.IsAny<int>()), Times.Once);
        stream.Verify(s => s.Flush(), Times.Once);
        Assert.That(stream.Object.ToArray(), Is.EqualTo(Frames.Of("{}")));
    }

    [Test]
    public async Task A_large_body_is_not_copied()
    {
        byte[] body = new byte[1_000_000];
        Mock<MemoryStream> stream = new() { CallBase = true };
        using FrameWriter writer = new(stream.Object);

        await writer.WriteAsync(body);

        ReadOnlyMemory<byte> itself = body;
        stream.Verify(s => s.WriteAsync(itself, It.IsAny<CancellationToken>()), Times.Once);
        Assert.That(stream.Object.ToArray(), Is.EqualTo(Frames.Of([body])));
    }

    [TestCase(16_300)]
    [TestCase(16_351)]
    [TestCase(16_352)]
    [TestCase(16_353)]
    [TestCase(16_384)]
    [TestCase(16_385)]
    public void Sizes_around_the_single_write_come_out_whole(int length)
    {
        byte[] body = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        MemoryStream stream = new();
        using FrameWriter writer = new(stream);

        writer.Write(body);

        Assert.That(stream.ToArray(), Is.EqualTo(Frames.Of([body])));
    }

    [Test]
    public async Task Frames_of_many_threads_never_mix()
    {
        const int Threads = 8;
        const int Each = 200;
        MemoryStream stream = new();
        using FrameWriter writer = new(stream);

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            for (int i = 0; i < Each; i++)
            {
                byte[] body = Enumerable.Repeat((byte)thread, i * 100).ToArray();
                if (i % 2 == 0)
                {
                    writer.Write(body);
                }
                else
                {
                    await writer.WriteAsync(body);
                }
            }
        })));

        stream.Position = 0;
        (List<byte[]> bodies, FrameReadResult last) = Frames.ReadAll(stream);
        Assert.That(last.Status, Is.EqualTo(FrameReadStatus.EndOfStream));
        Assert.That(bodies, Has.Count.EqualTo(Threads * Each));
        Assert.That(bodies, Has.All.Matches<byte[]>(body => body.Distinct().Count() <= 1));
    }

    [Test]
    public void A_cancelled_write_writes_nothing_and_leaves_the_turn_to_others()
    {
        MemoryStream stream = new();
        using FrameWriter writer = new(stream);

        Assert.That(
            async () => await writer.WriteAsync("[]"u8.ToArray(), new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        writer.Write("{}"u8);

        Assert.That(stream.ToArray(), Is.EqualTo(Frames.Of("{}")));
    }
}
