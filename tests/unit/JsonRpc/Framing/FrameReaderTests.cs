using System.IO.Pipelines;
using System.Text;
using HotReload.JsonRpc.Framing;
using HotReload.UnitTests.JsonRpc.Support;

namespace HotReload.UnitTests.JsonRpc.Framing;

public sealed class FrameReaderTests
{
    static readonly byte[] TwoFrames = [.. Frames.Of("""{"text":"zażółć 🚀"}"""), .. Frames.Of("[]")];

    [Test]
    public void Reads_pipelined_frames_in_order_then_the_end()
    {
        (List<byte[]> bodies, FrameReadResult last) = Frames.ReadAll(ChunkedStream.Whole(TwoFrames));

        Assert.That(bodies.Select(Encoding.UTF8.GetString), Is.EqualTo(["""{"text":"zażółć 🚀"}""", "[]"]));
        Assert.That(last.Status, Is.EqualTo(FrameReadStatus.EndOfStream));
    }

    [Test]
    public async Task Reads_the_same_however_two_reads_split_it()
    {
        for (int split = 1; split < TwoFrames.Length; split++)
        {
            (List<byte[]> bodies, FrameReadResult last) = await Frames.ReadAllAsync(new ChunkedStream(TwoFrames, [split]));

            Assert.That(Frames.Of(bodies), Is.EqualTo(TwoFrames), $"split at {split}");
            Assert.That(last.Status, Is.EqualTo(FrameReadStatus.EndOfStream), $"split at {split}");
        }
    }

    [Test]
    public void Tells_the_end_from_a_cut_wherever_the_stream_stops()
    {
        int firstFrame = Frames.Of("""{"text":"zażółć 🚀"}""").Length;
        for (int length = 0; length <= TwoFrames.Length; length++)
        {
            (List<byte[]> bodies, FrameReadResult last) = Frames.ReadAll(ChunkedStream.Whole(TwoFrames[..length]));

            bool clean = length == 0 || length == firstFrame || length == TwoFrames.Length;
            int inFrame = length < firstFrame ? length : length - firstFrame;
            int header = (length < firstFrame ? "Content-Length: 27\r\n\r\n" : "Content-Length: 2\r\n\r\n").Length;
            FrameFaultKind cut = inFrame < header ? FrameFaultKind.CutInHeader : FrameFaultKind.CutInBody;
            Assert.That(last.Fault?.Kind, Is.EqualTo(clean ? null : (FrameFaultKind?)cut), $"stopped at {length}");
            Assert.That(bodies, Has.Count.EqualTo(length < firstFrame ? 0 : length < TwoFrames.Length ? 1 : 2));
        }
    }

    [TestCase("Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}")]
    [TestCase("Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}")]
    [TestCase("content-length: 2\r\n\r\n{}")]
    [TestCase("CONTENT-LENGTH:2\r\n\r\n{}")]
    [TestCase("Content-Length: \t 0002 \r\n\r\n{}")]
    public void Takes_any_well_formed_header(string stream)
    {
        (List<byte[]> bodies, FrameReadResult last) = Frames.ReadAll(ChunkedStream.Whole(Encoding.ASCII.GetBytes(stream)));

        Assert.That(bodies.Select(Encoding.UTF8.GetString), Is.EqualTo(["{}"]));
        Assert.That(last.Status, Is.EqualTo(FrameReadStatus.EndOfStream));
    }

    [TestCase("\r\n{}", FrameFaultKind.MissingContentLength)]
    [TestCase("Content-Type: text/plain\r\n\r\n{}", FrameFaultKind.MissingContentLength)]
    [TestCase("Content-Lengthy: 2\r\n\r\n{}", FrameFaultKind.MissingContentLength)]
    [TestCase("Content-Length: -1\r\n\r\n", FrameFaultKind.BadContentLength)]
    [TestCase("Content-Length: +2\r\n\r\n{}", FrameFaultKind.BadContentLength)]
    [TestCase("Content-Length: two\r\n\r\n{}", FrameFaultKind.BadContentLength)]
    [TestCase("Content-Length: 2.0\r\n\r\n{}", FrameFaultKind.BadContentLength)]
    [TestCase("Content-Length: 0x2\r\n\r\n{}", FrameFaultKind.BadContentLength)]
    [TestCase("Content-Length:\r\n\r\n{}", FrameFaultKind.BadContentLength)]
    [TestCase("Content-Length: 99999999999999999999999999\r\n\r\n{}", FrameFaultKind.BadContentLength)]
    [TestCase("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", FrameFaultKind.BadContentLength)]
    [TestCase("Content-Length: 67108865\r\n\r\n{}", FrameFaultKind.BodyTooLarge)]
    [TestCase("Content-Length: 2147483648\r\n\r\n{}", FrameFaultKind.BodyTooLarge)]
    [TestCase("Content-Length: 4294967298\r\n\r\n{}", FrameFaultKind.BodyTooLarge)]
    [TestCase("Content-Length: 2\n\n{}", FrameFaultKind.MalformedHeader)]
    [TestCase("Content-Length 2\r\n\r\n{}", FrameFaultKind.MalformedHeader)]
    [TestCase(": 2\r\n\r\n{}", FrameFaultKind.MalformedHeader)]
    [TestCase("Hello from a library\r\n", FrameFaultKind.MalformedHeader)]
    public async Task Names_what_is_wrong_with_a_header(string stream, FrameFaultKind kind)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(stream);

        (List<byte[]> bodies, FrameReadResult last) = await Frames.ReadAllAsync(ChunkedStream.Whole(bytes));
        (_, FrameReadResult lastOfSync) = Frames.ReadAll(new ChunkedStream(bytes, Enumerable.Repeat(1, bytes.Length)));

        Assert.That(bodies, Is.Empty);
        Assert.That(last.Fault?.Kind, Is.EqualTo(kind));
        Assert.That(last.Fault?.Sentence, Does.EndWith("."));
        Assert.That(lastOfSync.Fault, Is.EqualTo(last.Fault));
    }

    [Test]
    public void A_header_may_fill_its_limit_but_not_pass_it()
    {
        byte[] frame = Encoding.ASCII.GetBytes("X: yyyyyyyy\r\nContent-Length: 2\r\n\r\n{}");
        int header = frame.Length - 2;

        Assert.That(Frames.ReadAll(ChunkedStream.Whole(frame), new FrameLimits(header)).Bodies, Has.Count.EqualTo(1));
        Assert.That(
            Frames.ReadAll(ChunkedStream.Whole(frame), new FrameLimits(header - 1)).Last.Fault?.Kind,
            Is.EqualTo(FrameFaultKind.HeaderTooLong));
    }

    [TestCase(1)]
    [TestCase(1000)]
    [TestCase(int.MaxValue)]
    public void A_header_line_without_end_is_closed_at_the_limit(int chunk)
    {
        byte[] endless = Enumerable.Repeat((byte)'a', 2 * FrameLimits.DefaultMaxHeaderBytes).ToArray();
        ChunkedStream stream = new(endless, Enumerable.Repeat(chunk, endless.Length));

        (_, FrameReadResult last) = Frames.ReadAll(stream);

        Assert.That(last.Fault?.Kind, Is.EqualTo(FrameFaultKind.HeaderTooLong));
        Assert.That(stream.Position, Is.LessThanOrEqualTo(FrameLimits.DefaultMaxHeaderBytes));
    }

    [Test]
    public void A_body_may_fill_its_limit_but_not_pass_it()
    {
        FrameLimits limits = new(MaxBodyBytes: 1000);

        Assert.That(Frames.ReadAll(ChunkedStream.Whole(Frames.Of([new byte[1000]])), limits).Bodies, Has.Count.EqualTo(1));
        Assert.That(
            Frames.ReadAll(ChunkedStream.Whole(Frames.Of([new byte[1001]])), limits).Last.Fault?.Kind,
            Is.EqualTo(FrameFaultKind.BodyTooLarge));
    }

    [TestCase("Content-Length: 2147483647\r\n\r\n")]
    [TestCase("Content-Length: 67108865\r\n\r\n")]
    [TestCase("Content-Length: 999999999999999999\r\n\r\n")]
    public void A_huge_body_is_refused_before_anything_is_allocated_or_read(string header)
    {
        const int FarBelowAnyBody = 64 * 1024;
        ChunkedStream stream = ChunkedStream.Whole(Encoding.ASCII.GetBytes(header));
        FrameReader reader = new(stream);

        long before = GC.GetAllocatedBytesForCurrentThread();
        FrameReadResult result = reader.Read();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(result.Fault?.Kind, Is.EqualTo(FrameFaultKind.BodyTooLarge));
        Assert.That(allocated, Is.LessThan(FarBelowAnyBody));
        Assert.That(stream.Reads, Is.EqualTo(1));
    }

    [Test]
    public void Says_the_same_again_after_the_end_and_after_a_fault()
    {
        FrameReader ended = new(ChunkedStream.Whole([]));
        FrameReader faulted = new(ChunkedStream.Whole([.. Encoding.ASCII.GetBytes("\r\n"), .. Frames.Of("{}")]));
        FrameFault? first = faulted.Read().Fault;

        Assert.That(ended.Read().Status, Is.EqualTo(FrameReadStatus.EndOfStream));
        Assert.That(ended.Read().Status, Is.EqualTo(FrameReadStatus.EndOfStream));
        Assert.That(faulted.Read().Fault, Is.Not.Null.And.SameAs(first));
    }

    [Test]
    public async Task A_cancelled_read_loses_nothing()
    {
        Pipe pipe = new();
        FrameReader reader = new(pipe.Reader.AsStream());
        foreach (byte value in TwoFrames)
        {
            using CancellationTokenSource cancel = new();
            Task<FrameReadResult> read = reader.ReadAsync(cancel.Token).AsTask();
            if (!read.IsCompleted)
            {
                await cancel.CancelAsync();
                Assert.That(async () => await read, Throws.InstanceOf<OperationCanceledException>());
            }

            await pipe.Writer.WriteAsync(new[] { value });
        }

        FrameReadResult last = await reader.ReadAsync();

        Assert.That(Encoding.UTF8.GetString(last.Body.Span), Is.EqualTo("[]"));
    }

    [Test]
    public void Never_quotes_what_it_read()
    {
        foreach (string stream in new[] { "hunter2\r\n", "Content-Length: hunter2\r\n\r\n", "X: hunter2\r\n\r\n", "hunter2" })
        {
            (_, FrameReadResult last) = Frames.ReadAll(ChunkedStream.Whole(Encoding.ASCII.GetBytes(stream)));

            Assert.That(last.Fault?.Sentence, Does.Not.Contain("hunter2"));
        }
    }
}
