namespace HotReload.Agent.Contract;

/// <summary>
/// Bytes without their longest run of zeros. The metadata of a delta begins its identifiers with 64 zeros for each generation before: after
/// thousands of reloads they are nearly all of it, and are neither sent nor kept.
/// </summary>
/// <param name="Content">What lies around the gap.</param>
/// <param name="Start">Where the gap is.</param>
/// <param name="Zeros">How long it is.</param>
internal readonly record struct GappedBytes(ReadOnlyMemory<byte> Content, int Start, int Zeros)
{
    /// <summary>Shorter runs are not worth the copy.</summary>
    const int Least = 1024;

    /// <summary>How many bytes it stands for.</summary>
    public int Length => Content.Length + Zeros;

    public static GappedBytes Of(ReadOnlyMemory<byte> bytes)
    {
        var (start, length) = LongestRun(bytes.Span);
        if (length < Least)
        {
            return new(bytes, 0, 0);
        }

        var content = new byte[bytes.Length - length];
        bytes.Span[..start].CopyTo(content);
        bytes.Span[(start + length)..].CopyTo(content.AsSpan(start));
        return new(content, start, length);
    }

    /// <summary>The bytes with their zeros.</summary>
    public ReadOnlyMemory<byte> Fill()
    {
        if (Zeros == 0)
        {
            return Content;
        }

        var bytes = new byte[Length];
        Content.Span[..Start].CopyTo(bytes);
        Content.Span[Start..].CopyTo(bytes.AsSpan(Start + Zeros));
        return bytes;
    }

    static (int Start, int Length) LongestRun(ReadOnlySpan<byte> bytes)
    {
        var (start, length) = (0, 0);
        for (var at = 0; at < bytes.Length;)
        {
            var zero = bytes[at..].IndexOf((byte)0);
            if (zero < 0)
            {
                break;
            }

            at += zero;
            var run = bytes[at..].IndexOfAnyExcept((byte)0);
            run = run < 0 ? bytes.Length - at : run;
            (start, length) = run > length ? (at, run) : (start, length);
            at += run;
        }

        return (start, length);
    }
}
