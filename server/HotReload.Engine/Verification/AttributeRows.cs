using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using HotReload.Core.Reload;

namespace HotReload.Engine.Verification;

/// <summary>
/// The rows of attributes in deltas. Where an attribute goes, the compiler empties its row; the runtime, which looks for attributes by
/// halves in what it takes for a sorted table, then misses those of types and members that nobody edited. Most often it is the compiler's
/// own mark on something that goes, too (a local function, a record's written ToString): there the row can stay as it was.
/// </summary>
internal static class AttributeRows
{
    const int EntrySize = 8;

    /// <summary>Whether deltas empty rows.</summary>
    public static bool AreEmptied(ImmutableArray<ModuleDelta> deltas) => deltas.Any(delta =>
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(delta.Metadata);
        return Emptied(provider.GetMetadataReader()).Count > 0;
    });

    /// <summary>The same deltas, with the rows left as they are in the program.</summary>
    public static ImmutableArray<ModuleDelta> Keep(ImmutableArray<ModuleDelta> deltas) => [.. deltas.Select(Keep)];

    static ModuleDelta Keep(ModuleDelta delta)
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(delta.Metadata);
        var reader = provider.GetMetadataReader();
        var emptied = Emptied(reader);
        var log = reader.GetEditAndContinueLogEntries().ToList();
        var harmless = log.FindIndex(IsHarmlessTwice);
        if (emptied.Count == 0 || harmless < 0)
        {
            return delta;
        }

        // What the runtime does is what the log says: the entry of an emptied row gives way to one that is there already.
        var metadata = delta.Metadata.AsSpan().ToArray();
        var start = reader.GetTableMetadataOffset(TableIndex.EncLog);
        for (var i = 0; i < log.Count; i++)
        {
            if (emptied.Contains(log[i].Handle))
            {
                var entry = metadata.AsSpan(start + (i * EntrySize), EntrySize);
                BinaryPrimitives.WriteInt32LittleEndian(entry, MetadataTokens.GetToken(log[harmless].Handle));
                BinaryPrimitives.WriteInt32LittleEndian(entry[4..], (int)log[harmless].Operation);
            }
        }

        return delta with { Metadata = ImmutableCollectionsMarshal.AsImmutableArray(metadata) };
    }

    /// <summary>The rows as the program counts them: a delta says which they are in a map, in the order of its own.</summary>
    static HashSet<EntityHandle> Emptied(MetadataReader delta) =>
    [
        .. delta.CustomAttributes
            .Zip(delta.GetEditAndContinueMapEntries().Where(handle => handle.Kind == HandleKind.CustomAttribute))
            .Where(row => delta.GetCustomAttribute(row.First).Parent.IsNil)
            .Select(row => row.Second),
    ];

    static bool IsHarmlessTwice(EditAndContinueLogEntry entry) =>
        entry.Operation == EditAndContinueOperation.Default
        && entry.Handle.Kind is HandleKind.AssemblyReference or HandleKind.TypeReference or HandleKind.MemberReference;
}
