namespace HotReload.JsonRpc.Framing;

/// <summary>The header of one frame, as far as its lines have been read.</summary>
struct FrameHeader
{
    const long NotStated = -1;

    long _contentLength;

    /// <summary>A header of which nothing has been read.</summary>
    public FrameHeader()
    {
        _contentLength = NotStated;
    }

    /// <summary>The bytes of the lines taken so far, line ends included.</summary>
    public int Bytes { get; private set; }

    /// <summary>The length of the body. Valid once an empty line was taken without a fault.</summary>
    public readonly int ContentLength => (int)_contentLength;

    /// <summary>Takes a line, its LF included.</summary>
    /// <param name="line">The line.</param>
    /// <param name="maxBodyBytes">The most bytes a body may have.</param>
    /// <param name="complete">Whether the line was the empty one that ends the header.</param>
    /// <returns>What is wrong with the line, or null.</returns>
    public FrameFault? Take(ReadOnlySpan<byte> line, int maxBodyBytes, out bool complete)
    {
        Bytes += line.Length;
        complete = false;
        if (!line.EndsWith("\r\n"u8))
        {
            return new FrameFault(FrameFaultKind.MalformedHeader, "A header line does not end with CR LF.");
        }

        ReadOnlySpan<byte> text = line[..^2];
        if (text.IsEmpty)
        {
            complete = true;
            return _contentLength == NotStated
                ? new FrameFault(FrameFaultKind.MissingContentLength, "A header has no Content-Length.")
                : null;
        }

        int colon = text.IndexOf((byte)':');
        if (colon <= 0)
        {
            return new FrameFault(FrameFaultKind.MalformedHeader, "A header line is not of the form 'Name: value'.");
        }

        return IsContentLength(text[..colon]) ? TakeLength(text[(colon + 1)..], maxBodyBytes) : null;
    }

    FrameFault? TakeLength(ReadOnlySpan<byte> value, int maxBodyBytes)
    {
        if (_contentLength != NotStated)
        {
            return new FrameFault(FrameFaultKind.BadContentLength, "A header states its Content-Length twice.");
        }

        if (!TryParseLength(value.Trim(" \t"u8), out long length))
        {
            return new FrameFault(FrameFaultKind.BadContentLength, "A Content-Length is not a number of bytes.");
        }

        if (length > maxBodyBytes)
        {
            return new FrameFault(
                FrameFaultKind.BodyTooLarge,
                $"A body of {length} bytes was announced; the limit is {maxBodyBytes} bytes.");
        }

        _contentLength = length;
        return null;
    }

    static bool IsContentLength(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> expected = "content-length"u8;
        if (name.Length != expected.Length)
        {
            return false;
        }

        for (int i = 0; i < name.Length; i++)
        {
            byte lower = name[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(name[i] | 0x20) : name[i];
            if (lower != expected[i])
            {
                return false;
            }
        }

        return true;
    }

    // Digits only: no sign, no separators, and few enough that the number can't overflow.
    static bool TryParseLength(ReadOnlySpan<byte> digits, out long length)
    {
        const int MaxDigits = 18;
        length = 0;
        if (digits.IsEmpty || digits.Length > MaxDigits)
        {
            return false;
        }

        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            length = (length * 10) + (digit - '0');
        }

        return true;
    }
}
