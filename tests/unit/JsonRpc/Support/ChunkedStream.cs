namespace HotReload.UnitTests.JsonRpc.Support;

/// <summary>A stream that gives its bytes in the pieces it is told, then ends.</summary>
sealed class ChunkedStream(byte[] bytes, IEnumerable<int> chunks) : Stream
{
    readonly IEnumerator<int> _chunks = chunks.GetEnumerator();
    int _position;

    /// <summary>How often it was read.</summary>
    public int Reads { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>One piece for all.</summary>
    public static ChunkedStream Whole(byte[] bytes) => new(bytes, [int.MaxValue]);

    public override int Read(Span<byte> buffer)
    {
        Reads++;
        int chunk = _chunks.MoveNext() ? Math.Max(1, _chunks.Current) : int.MaxValue;
        int count = Math.Min(Math.Min(chunk, buffer.Length), bytes.Length - _position);
        bytes.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
