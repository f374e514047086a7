using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using HotReload.Agent.State.Graph;

namespace HotReload.Agent.State.Formats;

/// <summary>
/// A state file: a header with version, time and a SHA-256 of all else, then the graph in <see cref="BinaryFormat"/>, compressed where
/// that pays. What is not whole, too old or of another version is refused with a reason.
/// </summary>
static class StateFile
{
    /// <summary>The version of what follows the header. A file of any other is refused.</summary>
    public const int Version = 1;

    /// <summary>How old a file may be.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);

    /// <summary>The most bytes of a graph that are read.</summary>
    public const int MaxBytes = 512 * 1024 * 1024;

    /// <summary>What is shorter is not compressed.</summary>
    public const int CompressFrom = 4 * 1024;

    /// <summary>Nor is what is longer: its compression would take longer than its way through the disk's cache.</summary>
    public const int CompressTo = 4 * 1024 * 1024;

    const int FastCompression = 1;
    const int Window = 22;
    const int MagicAt = 0;
    const int VersionAt = 4;
    const int CompressedAt = 6;
    const int CreatedAt = 8;
    const int LengthAt = 16;
    const int HashAt = 20;
    const int HeaderBytes = HashAt + SHA256.HashSizeInBytes;

    static ReadOnlySpan<byte> Magic => "HRST"u8;

    /// <summary>Writes a graph, whole or not at all, for this user only.</summary>
    /// <returns>The file's size.</returns>
    /// <exception cref="IOException">It can't be written.</exception>
    public static long Write(string path, StateGraph graph, TimeProvider time)
    {
        var body = new BinaryFormat().Write(graph);
        var file = Assemble(body, time.GetUtcNow());
        var half = path + ".half";
        using (var stream = Create(half))
        {
            stream.Write(file);
        }

        File.Move(half, path, overwrite: true);
        return file.Length;
    }

    /// <summary>Makes a file, or empties it, that only this user can read.</summary>
    /// <exception cref="IOException">It can't be made.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Reads a graph.</summary>
    /// <exception cref="StateFormatException">The file is not there, not whole, too old, or of another version.</exception>
    public static StateGraph Read(string path, TimeProvider time)
    {
        byte[] file;
        try
        {
            file = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StateFormatException($"it can't be read ({exception.Message})", exception);
        }

        return new BinaryFormat().Read(Body(file, time.GetUtcNow()));
    }

    static byte[] Assemble(byte[] body, DateTimeOffset created)
    {
        var stored = Compress(body) ?? body;
        var file = new byte[HeaderBytes + stored.Length];
        Magic.CopyTo(file.AsSpan(MagicAt));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(VersionAt), Version);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(CompressedAt), ReferenceEquals(stored, body) ? (ushort)0 : (ushort)1);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(CreatedAt), created.UtcTicks);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(LengthAt), body.Length);
        stored.CopyTo(file, HeaderBytes);
        Hash(file).CopyTo(file, HashAt);
        return file;
    }

    static byte[]? Compress(byte[] body)
    {
        if (body.Length is < CompressFrom or > CompressTo)
        {
            return null;
        }

        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, packed, out var length, FastCompression, Window) && length < body.Length
            ? packed[..length]
            : null;
    }

    static byte[] Body(byte[] file, DateTimeOffset now)
    {
        if (file.Length < HeaderBytes || !file.AsSpan(MagicAt, Magic.Length).SequenceEqual(Magic))
        {
            throw new StateFormatException("it is no state file, or it was cut off");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(VersionAt));
        if (version != Version)
        {
            throw new StateFormatException(string.Create(CultureInfo.InvariantCulture, $"it is of version {version}, not {Version}"));
        }

        if (!Hash(file).AsSpan().SequenceEqual(file.AsSpan(HashAt, SHA256.HashSizeInBytes)))
        {
            throw new StateFormatException("it was changed or cut off since it was written");
        }

        var age = now.UtcTicks - BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(CreatedAt));
        if (age > MaxAge.Ticks)
        {
            throw new StateFormatException($"it is older than {MaxAge.TotalHours} hours");
        }

        return Unpack(file);
    }

    static byte[] Unpack(byte[] file)
    {
        var stored = file.AsSpan(HeaderBytes);
        if (BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(CompressedAt)) == 0)
        {
            return stored.ToArray();
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(LengthAt));
        if (length is < 0 or > MaxBytes)
        {
            throw new StateFormatException("it is larger than is read");
        }

        var body = new byte[length];
        return BrotliDecoder.TryDecompress(stored, body, out var written) && written == length
            ? body
            : throw new StateFormatException("it can't be decompressed");
    }

    /// <summary>Over all but itself.</summary>
    static byte[] Hash(byte[] file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file, 0, HashAt);
        hash.AppendData(file, HeaderBytes, file.Length - HeaderBytes);
        return hash.GetHashAndReset();
    }
}
