namespace HotReload.JsonRpc.Framing;

/// <summary>
/// Reads frames ("Content-Length: n", an empty line, n bytes) from a stream. One reader at a time. It does not own the stream.
/// </summary>
/// <remarks>
/// This folder is also compiled into the agent, which starts inside users' programs: base class library only, no reflection,
/// little to compile at start-up. What the stream throws, it throws; a bad or cut stream is a <see cref="FrameFault"/>.
/// </remarks>
public sealed class FrameReader
{
    const int SmallestBuffer = 4 * 1024;

    readonly Stream _stream;
    readonly FrameLimits _limits;
    readonly byte[] _buffer;
    int _start;
    int _end;
    FrameHeader _header = new();
    byte[]? _body;
    int _bodyFilled;
    bool _streamEnded;
    FrameReadResult _last;
    bool _finished;

    /// <summary>Creates a reader.</summary>
    /// <param name="stream">Where the frames come from.</param>
    /// <param name="limits">What is refused; the documented limits when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is negative.</exception>
    public FrameReader(Stream stream, FrameLimits? limits = null)
    {
        _stream = stream;
        _limits = limits ?? FrameLimits.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(_limits.MaxHeaderBytes, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfNegative(_limits.MaxBodyBytes, nameof(limits));
        _buffer = new byte[Math.Max(_limits.MaxHeaderBytes, SmallestBuffer)];
    }

    /// <summary>
    /// Reads the next frame. After the end or a fault it says the same again. A cancelled read loses nothing: the next one goes on.
    /// </summary>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public async ValueTask<FrameReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        FrameReadResult result;
        while (!TryTake(out result))
        {
            // A user's program may have a synchronization context, so the agent must not come back to it.
            Received(await _stream.ReadAsync(Room(), cancellationToken).ConfigureAwait(false));
        }

        return result;
    }

    /// <summary>As <see cref="ReadAsync"/>, on the calling thread.</summary>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public FrameReadResult Read()
    {
        FrameReadResult result;
        while (!TryTake(out result))
        {
            Received(_stream.Read(Room().Span));
        }

        return result;
    }

    /// <summary>Takes the next result out of what has been received, or says that more is needed.</summary>
    bool TryTake(out FrameReadResult result)
    {
        if (!_finished && _body is null && TakeHeader() is { } fault)
        {
            Finish(FrameReadResult.Faulted(fault));
        }

        if (!_finished && _body is { } body && _bodyFilled == body.Length)
        {
            _body = null;
            _header = new FrameHeader();
            result = FrameReadResult.Frame(body);
            return true;
        }

        if (!_finished && _streamEnded)
        {
            Finish(AtEnd());
        }

        result = _last;
        return _finished;
    }

    FrameFault? TakeHeader()
    {
        while (true)
        {
            ReadOnlySpan<byte> received = _buffer.AsSpan(_start, _end - _start);
            int lineBytes = received.IndexOf((byte)'\n') + 1;

            // Without a line end the line is longer than what is here, so reaching the limit is exceeding it.
            int leastHeaderBytes = _header.Bytes + (lineBytes > 0 ? lineBytes : received.Length + 1);
            if (leastHeaderBytes > _limits.MaxHeaderBytes)
            {
                return new FrameFault(FrameFaultKind.HeaderTooLong, $"A header is longer than {_limits.MaxHeaderBytes} bytes.");
            }

            if (lineBytes == 0)
            {
                return null;
            }

            _start += lineBytes;
            FrameFault? fault = _header.Take(received[..lineBytes], _limits.MaxBodyBytes, out bool complete);
            if (fault is not null)
            {
                return fault;
            }

            if (complete)
            {
                BeginBody();
                return null;
            }
        }
    }

    // What of the body came with the header is copied; the rest is read straight to its place.
    void BeginBody()
    {
        _body = GC.AllocateUninitializedArray<byte>(_header.ContentLength);
        _bodyFilled = Math.Min(_body.Length, _end - _start);
        _buffer.AsSpan(_start, _bodyFilled).CopyTo(_body);
        _start += _bodyFilled;
    }

    Memory<byte> Room()
    {
        if (_body is not null)
        {
            return _body.AsMemory(_bodyFilled);
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        return _buffer.AsMemory(_end);
    }

    void Received(int bytes)
    {
        _streamEnded = bytes == 0;
        if (_body is null)
        {
            _end += bytes;
        }
        else
        {
            _bodyFilled += bytes;
        }
    }

    FrameReadResult AtEnd()
    {
        if (_body is not null)
        {
            return FrameReadResult.Faulted(new FrameFault(
                FrameFaultKind.CutInBody,
                $"The stream ended after {_bodyFilled} of {_body.Length} bytes of a body."));
        }

        return _header.Bytes == 0 && _start == _end
            ? FrameReadResult.EndOfStream
            : FrameReadResult.Faulted(new FrameFault(FrameFaultKind.CutInHeader, "The stream ended within a header."));
    }

    void Finish(FrameReadResult result)
    {
        _finished = true;
        _last = result;
        _body = null;
    }
}
