using FsCheck;
using FsCheck.Fluent;
using HotReload.JsonRpc.Framing;
using HotReload.UnitTests.JsonRpc.Support;

namespace HotReload.UnitTests.JsonRpc.Framing;

public sealed class FramingProperties
{
    static readonly Arbitrary<byte[][]> Bodies = Body(20_000).ArrayOf().ToArbitrary();

    static readonly Arbitrary<int[]> Chunks = Gen.Choose(1, 700).ArrayOf().ToArbitrary();

    [Test]
    public void Any_frames_in_any_pieces_are_read_as_they_were() =>
        Prop.ForAll(Bodies, Chunks, (bodies, chunks) =>
        {
            (List<byte[]> read, FrameReadResult last) = Frames.ReadAll(new ChunkedStream(Frames.Of(bodies), Forever(chunks)));
            return last.Status == FrameReadStatus.EndOfStream && Same(read, bodies);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void The_asynchronous_path_reads_the_same() =>
        Prop.ForAll(Bodies, Chunks, (bodies, chunks) =>
        {
            ChunkedStream stream = new(Frames.Of(bodies), Forever(chunks));
            (List<byte[]> read, FrameReadResult last) = Frames.ReadAllAsync(stream).GetAwaiter().GetResult();
            return last.Status == FrameReadStatus.EndOfStream && Same(read, bodies);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void What_is_written_is_what_is_read() =>
        Prop.ForAll(Bodies, bodies =>
        {
            MemoryStream stream = new();
            using FrameWriter writer = new(stream);
            foreach (byte[] body in bodies)
            {
                writer.Write(body);
            }

            return stream.ToArray().AsSpan().SequenceEqual(Frames.Of(bodies));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Any_bytes_at_all_end_in_a_result() =>
        Prop.ForAll(HeaderLikeBytes(), Chunks, (bytes, chunks) =>
        {
            FrameReadResult last = Frames.ReadAll(new ChunkedStream(bytes, Forever(chunks)), new FrameLimits(64, 64)).Last;
            return last.Status == FrameReadStatus.EndOfStream || last.Fault is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    static Gen<byte[]> Body(int longest) =>
        from length in Gen.Frequency((5, Gen.Choose(0, 50)), (1, Gen.Choose(0, longest)))
        from seed in Gen.Choose(0, int.MaxValue)
        select Bytes(length, seed);

    // Made of the pieces of frames, so that it goes deep before it goes wrong.
    static Arbitrary<byte[]> HeaderLikeBytes() =>
        Gen.Elements("Content-Length", "content-length", ": ", ":", "0", "7", "65", "-", "\r\n", "\r\n\r\n", "\n", "\r", "x", "{}", "\0")
            .ArrayOf()
            .Select(pieces => System.Text.Encoding.ASCII.GetBytes(string.Concat(pieces)))
            .ToArbitrary();

    static byte[] Bytes(int length, int seed)
    {
        byte[] bytes = new byte[length];
        new System.Random(seed).NextBytes(bytes);
        return bytes;
    }

    static IEnumerable<int> Forever(int[] chunks)
    {
        while (chunks.Length > 0)
        {
            foreach (int chunk in chunks)
            {
                yield return chunk;
            }
        }
    }

    static bool Same(List<byte[]> read, byte[][] written) =>
        read.Count == written.Length && read.Zip(written).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
}
