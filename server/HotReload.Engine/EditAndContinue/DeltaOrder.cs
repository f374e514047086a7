using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// The order in which a delta takes effect. The runtime goes through its log entry by entry and does not halt the program meanwhile, and the
/// compiler writes methods in the order of their rows: those that exist get their new code before what that code calls is there. A program
/// that calls one in between fails. Here all that is new comes first, then the new code, and what is deleted comes after its callers.
/// </summary>
internal static class DeltaOrder
{
    const int EntrySize = 8;
    const int TinyHeader = 0x02;
    const int TinyHeaderMask = 0x03;

    /// <summary>The same metadata with its log in that order.</summary>
    /// <param name="metadata">A metadata delta.</param>
    /// <param name="il">The delta of its method bodies.</param>
    public static ImmutableArray<byte> Arrange(ImmutableArray<byte> metadata, ImmutableArray<byte> il)
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(metadata);
        var reader = provider.GetMetadataReader();
        var log = reader.GetEditAndContinueLogEntries().ToList();

        // A delta numbers its rows from one; the map says which rows of the whole they are.
        var rows = reader.GetEditAndContinueMapEntries().Where(handle => handle.Kind == HandleKind.MethodDefinition)
            .Select((handle, at) => (handle, Row: at + 1)).ToDictionary(method => method.handle, method => MetadataTokens.MethodDefinitionHandle(method.Row));
        var order = Enumerable.Range(0, log.Count).OrderBy(Rank).ToList();
        if (order.SequenceEqual(Enumerable.Range(0, log.Count)))
        {
            return metadata;
        }

        var arranged = metadata.AsSpan().ToArray();
        var table = arranged.AsSpan(reader.GetTableMetadataOffset(TableIndex.EncLog), log.Count * EntrySize);
        for (var i = 0; i < order.Count; i++)
        {
            var entry = log[order[i]];
            var place = table[(i * EntrySize)..];
            BinaryPrimitives.WriteInt32LittleEndian(place, MetadataTokens.GetToken(entry.Handle));
            BinaryPrimitives.WriteInt32LittleEndian(place[sizeof(int)..], (int)entry.Operation);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(arranged);

        // A new method's entry belongs to the one before it, which adds it to its type.
        int Rank(int at) => log[at] switch
        {
            not { Handle.Kind: HandleKind.MethodDefinition, Operation: EditAndContinueOperation.Default } => 0,
            _ when at > 0 && log[at - 1].Operation == EditAndContinueOperation.AddMethod => 0,
            var entry => OnlyThrows(BodyOf(entry.Handle)) ? 2 : 1,
        };

        ReadOnlySpan<byte> BodyOf(EntityHandle method)
        {
            var address = rows.TryGetValue(method, out var row) ? reader.GetMethodDefinition(row).RelativeVirtualAddress : 0;
            return address > 0 && address < il.Length ? il.AsSpan()[address..] : [];
        }
    }

    /// <summary>Whether a method does nothing but throw an exception with a text, as those do that are deleted. For others it does not matter.</summary>
    static bool OnlyThrows(ReadOnlySpan<byte> body) =>
        body is [var header, (byte)ILOpCode.Ldstr, ..]
        && (header & TinyHeaderMask) == TinyHeader
        && body.Length > header >> 2
        && body[header >> 2] == (byte)ILOpCode.Throw;
}
