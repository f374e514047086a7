using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace HotReload.Engine.EditAndContinue;

/// <summary>The two tables that say where a delta's rows belong: the map and the log.</summary>
internal static class DeltaTables
{
    const int LogEntrySize = 8;

    /// <summary>The rows of one kind: a delta numbers its own from one, and its map says which rows of the whole they are.</summary>
    public static IEnumerable<(EntityHandle Whole, int Row)> Rows(MetadataReader delta, HandleKind kind) =>
        delta.GetEditAndContinueMapEntries().Where(handle => handle.Kind == kind).Select((handle, at) => (handle, at + 1));

    /// <summary>Writes one entry of the log.</summary>
    /// <param name="metadata">The delta's bytes, to be written.</param>
    /// <param name="delta">The same, as it was.</param>
    /// <param name="at">Which entry, from zero.</param>
    /// <param name="entry">What it is to say.</param>
    public static void WriteLog(byte[] metadata, MetadataReader delta, int at, EditAndContinueLogEntry entry)
    {
        var place = metadata.AsSpan(delta.GetTableMetadataOffset(TableIndex.EncLog) + (at * LogEntrySize), LogEntrySize);
        BinaryPrimitives.WriteInt32LittleEndian(place, MetadataTokens.GetToken(entry.Handle));
        BinaryPrimitives.WriteInt32LittleEndian(place[sizeof(int)..], (int)entry.Operation);
    }
}
