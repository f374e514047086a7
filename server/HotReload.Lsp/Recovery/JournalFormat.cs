using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HotReload.Lsp.Recovery;

/// <summary>
/// The bytes of a journal: a header, and records one after the other, each with its length and a checksum. What a server was writing when
/// it ended is cut off, and all before it can be read.
/// </summary>
internal static class JournalFormat
{
    /// <summary>Length, checksum and kind, in bytes.</summary>
    public const int RecordHeader = sizeof(int) + ChecksumBytes + 1;

    const int ChecksumBytes = 8;

    /// <summary>Names the format and its version: a journal that begins otherwise is not read.</summary>
    public static ReadOnlySpan<byte> Header => "HotReload journal 1\n"u8;

    /// <summary>A record as it is written.</summary>
    public static byte[] Frame(JournalKind kind, ReadOnlySpan<byte> payload)
    {
        var record = new byte[RecordHeader + payload.Length];
        BinaryPrimitives.WriteInt32LittleEndian(record, payload.Length);
        record[RecordHeader - 1] = (byte)kind;
        payload.CopyTo(record.AsSpan(RecordHeader));
        Checksum(record.AsSpan(RecordHeader - 1)).CopyTo(record.AsSpan(sizeof(int)));
        return record;
    }

    /// <summary>The whole records of a journal, up to the first that is cut off or damaged; null where it is no journal of this version.</summary>
    public static List<(JournalKind Kind, ReadOnlyMemory<byte> Payload)>? Read(ReadOnlyMemory<byte> journal)
    {
        if (!journal.Span.StartsWith(Header))
        {
            return null;
        }

        var records = new List<(JournalKind, ReadOnlyMemory<byte>)>();
        for (var rest = journal[Header.Length..]; TryTake(rest, out var record); rest = rest[(RecordHeader - 1 + record.Length)..])
        {
            records.Add(((JournalKind)record.Span[0], record[1..]));
        }

        return records;
    }

    /// <summary>The record at the start, from its kind on.</summary>
    static bool TryTake(ReadOnlyMemory<byte> rest, out ReadOnlyMemory<byte> record)
    {
        record = default;
        if (rest.Length < RecordHeader)
        {
            return false;
        }

        // A length is believed only as far as there are bytes.
        var length = BinaryPrimitives.ReadInt32LittleEndian(rest.Span);
        if (length < 0 || length > rest.Length - RecordHeader)
        {
            return false;
        }

        record = rest.Slice(RecordHeader - 1, length + 1);
        return Checksum(record.Span).SequenceEqual(rest.Span.Slice(sizeof(int), ChecksumBytes));
    }

    static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> record) => SHA256.HashData(record).AsSpan(0, ChecksumBytes);
}
