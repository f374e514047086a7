namespace HotReload.JsonRpc.Framing;

/// <summary>Writes frames to a stream, from any thread, one at a time. It does not own the stream.</summary>
public sealed class FrameWriter : IDisposable
{
    const int MaxHeader = 32;
    const int SingleWriteBytes = 16 * 1024;

    readonly Stream _stream;
    readonly SemaphoreSlim _turn = new(1, 1);
    readonly byte[] _scratch = new byte[SingleWriteBytes];

    /// <summary>Creates a writer.</summary>
    /// <param name="stream">Where the frames go.</param>
    public FrameWriter(Stream stream)
    {
        _stream = stream;
    }

    /// <summary>Writes and flushes one frame: in a single write to the stream when it is small, else header, then body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Honoured until the frame's turn comes; half a frame would end the conversation.</param>
    /// <exception cref="IOException">The stream could not be written.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            int begun = Begin(body.Span);
            await _stream.WriteAsync(_scratch.AsMemory(0, begun), CancellationToken.None).ConfigureAwait(false);
            if (!FitsScratch(body.Length))
            {
                await _stream.WriteAsync(body, CancellationToken.None).ConfigureAwait(false);
            }

            await _stream.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>As <see cref="WriteAsync"/>, on the calling thread.</summary>
    /// <exception cref="IOException">The stream could not be written.</exception>
    public void Write(ReadOnlySpan<byte> body)
    {
        _turn.Wait();
        try
        {
            int begun = Begin(body);
            _stream.Write(_scratch, 0, begun);
            if (!FitsScratch(body.Length))
            {
                _stream.Write(body);
            }

            _stream.Flush();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    static bool FitsScratch(int bodyBytes) => bodyBytes <= SingleWriteBytes - MaxHeader;

    /// <summary>Puts the header, and the body if it is small, into the scratch buffer; returns how much of it is used.</summary>
    int Begin(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> name = "Content-Length: "u8;
        name.CopyTo(_scratch);
        int used = name.Length;
        body.Length.TryFormat(_scratch.AsSpan(used), out int digits, default, System.Globalization.CultureInfo.InvariantCulture);
        used += digits;
        "\r\n\r\n"u8.CopyTo(_scratch.AsSpan(used));
        used += 4;
        if (FitsScratch(body.Length))
        {
            body.CopyTo(_scratch.AsSpan(used));
            used += body.Length;
        }

        return used;
    }
}
