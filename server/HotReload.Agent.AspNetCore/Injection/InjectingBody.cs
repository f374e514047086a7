using Microsoft.AspNetCore.Http;

namespace HotReload.Agent.AspNetCore.Injection;

/// <summary>
/// The body of an answer. A page's beginning is kept until the script's place is known, then all goes through as it comes, flushes
/// included. What is no page is not touched.
/// </summary>
sealed class InjectingBody(Stream inner, PageAnswer answer) : Stream
{
    /// <summary>The largest page whose text is kept for its next change.</summary>
    public const int SourceLimit = 2 * 1024 * 1024;

    readonly MemoryStream _held = new();
    readonly MemoryStream _source = new();
    Stage _stage = Stage.NotBegun;

    enum Stage
    {
        NotBegun,
        Untouched,
        Compressed,
        Prologue,
        Through,
    }

    /// <summary>Whether the page has got the script.</summary>
    public bool HasInjected { get; private set; }

    /// <summary>The page as the program wrote it; null where it is too large.</summary>
    public byte[]? Source => _source.Length <= SourceLimit ? _source.ToArray() : null;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Begin();
        switch (_stage)
        {
            case Stage.Untouched:
                await inner.WriteAsync(buffer, cancellationToken);
                break;
            case Stage.Through:
                Keep(buffer.Span);
                await inner.WriteAsync(buffer, cancellationToken);
                break;
            case Stage.Compressed:
                _held.Write(buffer.Span);
                break;
            default:
                _held.Write(buffer.Span);
                await TryInjectAsync(isEnd: false, cancellationToken);
                break;
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) =>
        WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        Begin();
        await inner.FlushAsync(cancellationToken);
    }

    public override void Flush() => FlushAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Nothing follows: what was kept back goes out.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_stage == Stage.Compressed)
        {
            var text = await Decompression.RunAsync(_held.ToArray(), answer.Compression!, cancellationToken);
            _held.SetLength(0);
            _held.Write(text);
            _stage = Stage.Prologue;
        }

        if (_stage == Stage.Prologue)
        {
            await TryInjectAsync(isEnd: true, cancellationToken);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    void Begin()
    {
        if (_stage == Stage.NotBegun)
        {
            _stage = !answer.Begin() ? Stage.Untouched : answer.Compression is null ? Stage.Prologue : Stage.Compressed;
        }
    }

    async Task TryInjectAsync(bool isEnd, CancellationToken cancellationToken)
    {
        var held = _held.GetBuffer().AsMemory(0, (int)_held.Length);
        var text = answer.Encoding.GetString(held.Span);
        var place = HtmlPrologue.Find(text, isEnd);
        if (!place.IsKnown)
        {
            return;
        }

        _stage = Stage.Through;
        var at = answer.Encoding.GetByteCount(text.AsSpan(0, place.At));
        Keep(held.Span);
        await inner.WriteAsync(held[..at], cancellationToken);
        if (answer.Tag(place.IsDocument) is { } tag)
        {
            HasInjected = true;
            await inner.WriteAsync(tag, cancellationToken);
        }

        await inner.WriteAsync(held[at..], cancellationToken);
        _held.SetLength(0);
    }

    void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_source.Length <= SourceLimit)
        {
            _source.Write(bytes);
        }
    }
}
