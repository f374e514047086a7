using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace HotReload.UnitTests.Engine.EditAndContinue;

/// <summary>The rows of attributes in a delta: which one of the program each is, and whose, as map, log and table have them.</summary>
sealed record AttributeMap(ImmutableArray<byte> Metadata)
{
    const int LogEntrySize = 8;

    public ImmutableArray<string> Rows
    {
        get
        {
            using var provider = MetadataReaderProvider.FromMetadataImage(Metadata);
            var reader = provider.GetMetadataReader();
            var log = reader.GetEditAndContinueLogEntries().Where(entry => entry.Handle.Kind == HandleKind.CustomAttribute).Select(entry => MetadataTokens.GetRowNumber(entry.Handle));
            return [.. Map(reader).Zip(log, (row, logged) => (row, logged)).Select((each, at) =>
                $"{each.row} {each.logged} {MetadataTokens.GetToken(reader.GetCustomAttribute(MetadataTokens.CustomAttributeHandle(at + 1)).Parent):x}")];
        }
    }

    /// <summary>The same the other way round, as the compiler writes it after some deltas.</summary>
    public AttributeMap Reversed()
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(Metadata);
        var reader = provider.GetMetadataReader();
        var bytes = Metadata.ToArray();
        var count = Map(reader).Count();
        var map = reader.GetEditAndContinueMapEntries().TakeWhile(handle => handle.Kind != HandleKind.CustomAttribute).Count();
        Reverse(bytes.AsSpan(reader.GetTableMetadataOffset(TableIndex.EncMap) + (map * sizeof(int))), count, sizeof(int));
        Reverse(bytes.AsSpan(reader.GetTableMetadataOffset(TableIndex.CustomAttribute)), count, reader.GetTableRowSize(TableIndex.CustomAttribute));
        var log = reader.GetEditAndContinueLogEntries().TakeWhile(entry => entry.Handle.Kind != HandleKind.CustomAttribute).Count();
        Reverse(bytes.AsSpan(reader.GetTableMetadataOffset(TableIndex.EncLog) + (log * LogEntrySize)), count, LogEntrySize);
        return new([.. bytes]);
    }

    static IEnumerable<int> Map(MetadataReader reader) =>
        reader.GetEditAndContinueMapEntries().Where(handle => handle.Kind == HandleKind.CustomAttribute).Select(MetadataTokens.GetRowNumber);

    static void Reverse(Span<byte> rows, int count, int size)
    {
        var copy = rows[..(count * size)].ToArray();
        for (var i = 0; i < count; i++)
        {
            copy.AsSpan((count - 1 - i) * size, size).CopyTo(rows[(i * size)..]);
        }
    }
}
