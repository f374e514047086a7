using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// The attributes of a delta in the order of the rows that they get. The map must have them so, as the runtime goes by it; the compiler
/// writes them by their owners, and by the place that an owner's first row had in the build. After some deltas the two differ, and an attribute
/// goes to the row of another.
/// </summary>
internal static class AttributeTable
{
    /// <summary>The same metadata in that order.</summary>
    public static ImmutableArray<byte> Sort(ImmutableArray<byte> metadata)
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(metadata);
        var reader = provider.GetMetadataReader();
        var map = reader.GetEditAndContinueMapEntries().ToList();
        var first = map.FindIndex(IsAttribute);
        var written = map.Where(IsAttribute).Select(MetadataTokens.GetRowNumber).ToList();
        var sorted = written.Order().ToList();
        if (sorted.SequenceEqual(written))
        {
            return metadata;
        }

        var original = metadata.AsSpan();
        var bytes = original.ToArray();
        var (rows, size) = (reader.GetTableMetadataOffset(TableIndex.CustomAttribute), reader.GetTableRowSize(TableIndex.CustomAttribute));
        var tokens = reader.GetTableMetadataOffset(TableIndex.EncMap) + (first * sizeof(int));
        for (var i = 0; i < sorted.Count; i++)
        {
            original.Slice(rows + (written.IndexOf(sorted[i]) * size), size).CopyTo(bytes.AsSpan(rows + (i * size)));
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(tokens + (i * sizeof(int))), MetadataTokens.GetToken(MetadataTokens.CustomAttributeHandle(sorted[i])));
        }

        SortLog(bytes, reader);
        return ImmutableCollectionsMarshal.AsImmutableArray(bytes);
    }

    /// <summary>Entries of attributes stand alone, each for its row.</summary>
    static void SortLog(byte[] bytes, MetadataReader reader)
    {
        var log = reader.GetEditAndContinueLogEntries().Index().Where(entry => IsAttribute(entry.Item.Handle)).ToList();
        foreach (var (place, entry) in log.Select(entry => entry.Index).Zip(log.Select(entry => entry.Item).OrderBy(entry => MetadataTokens.GetRowNumber(entry.Handle))))
        {
            DeltaTables.WriteLog(bytes, reader, place, entry);
        }
    }

    static bool IsAttribute(EntityHandle handle) => handle.Kind == HandleKind.CustomAttribute;
}
