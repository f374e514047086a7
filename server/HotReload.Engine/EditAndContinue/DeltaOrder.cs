using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// The order in which a change takes effect. The runtime takes one module after the other, goes through each delta's log entry by entry, and
/// does not halt the program meanwhile. The compiler writes methods in the order of their rows: those that exist get their new code before
/// what that code calls is there, and a program that calls one in between fails. Here all that is new comes first, then the new code, and what
/// is deleted comes after its callers.
/// </summary>
internal static class DeltaOrder
{
    const int EntrySize = 8;
    const int TinyHeader = 0x02;
    const int TinyHeaderMask = 0x03;

    enum Rank
    {
        New,
        Changed,
        Deleted,
    }

    /// <summary>
    /// The updates of one change: a project's after those of the projects that it refers to, as it may call what is new there. Where something
    /// is deleted it is the other way round: it is called until the callers have changed, and what calls something new has to be compiled first.
    /// </summary>
    public static IEnumerable<RawUpdate> Sort(IEnumerable<RawUpdate> updates, Solution solution)
    {
        var order = solution.GetProjectDependencyGraph().GetTopologicallySortedProjects().Index().ToDictionary(project => project.Item, project => project.Index);
        return updates.Select(update => (update, At: order.GetValueOrDefault(update.ProjectId), Deletes: Deletes(update)))
            .OrderBy(item => item.Deletes).ThenBy(item => item.Deletes ? -item.At : item.At).Select(item => item.update);
    }

    /// <summary>The same metadata with its log in that order.</summary>
    /// <param name="metadata">A metadata delta.</param>
    /// <param name="il">The delta of its method bodies.</param>
    public static ImmutableArray<byte> Arrange(ImmutableArray<byte> metadata, ImmutableArray<byte> il)
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(metadata);
        var reader = provider.GetMetadataReader();
        var log = Read(reader, il);
        var arranged = log.OrderBy(entry => entry.Rank).ToList();
        if (arranged.SequenceEqual(log))
        {
            return metadata;
        }

        var bytes = metadata.AsSpan().ToArray();
        var place = bytes.AsSpan(reader.GetTableMetadataOffset(TableIndex.EncLog));
        foreach (var (entry, _) in arranged)
        {
            BinaryPrimitives.WriteInt32LittleEndian(place, MetadataTokens.GetToken(entry.Handle));
            BinaryPrimitives.WriteInt32LittleEndian(place[sizeof(int)..], (int)entry.Operation);
            place = place[EntrySize..];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(bytes);
    }

    static bool Deletes(RawUpdate update)
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(update.MetadataDelta);
        return Read(provider.GetMetadataReader(), update.ILDelta).Exists(entry => entry.Rank == Rank.Deleted);
    }

    static List<(EditAndContinueLogEntry Entry, Rank Rank)> Read(MetadataReader reader, ImmutableArray<byte> il)
    {
        var log = reader.GetEditAndContinueLogEntries().ToList();

        // A delta numbers its rows from one; the map says which rows of the whole they are.
        var rows = reader.GetEditAndContinueMapEntries().Where(handle => handle.Kind == HandleKind.MethodDefinition)
            .Select((handle, at) => (handle, Row: at + 1)).ToDictionary(method => method.handle, method => MetadataTokens.MethodDefinitionHandle(method.Row));
        return [.. log.Select((entry, at) => (entry, RankOf(entry, at)))];

        // A new method's entry belongs to the one before it, which adds it to its type.
        Rank RankOf(EditAndContinueLogEntry entry, int at) => entry switch
        {
            not { Handle.Kind: HandleKind.MethodDefinition, Operation: EditAndContinueOperation.Default } => Rank.New,
            _ when at > 0 && log[at - 1].Operation == EditAndContinueOperation.AddMethod => Rank.New,
            _ => OnlyThrows(BodyOf(entry.Handle)) ? Rank.Deleted : Rank.Changed,
        };

        ReadOnlySpan<byte> BodyOf(EntityHandle method)
        {
            var address = rows.TryGetValue(method, out var row) ? reader.GetMethodDefinition(row).RelativeVirtualAddress : 0;
            return address > 0 && address < il.Length ? il.AsSpan()[address..] : [];
        }
    }

    /// <summary>Whether a method does nothing but throw an exception with a text, as those do that are deleted. For others it hardly matters.</summary>
    static bool OnlyThrows(ReadOnlySpan<byte> body) =>
        body is [var header, (byte)ILOpCode.Ldstr, ..]
        && (header & TinyHeaderMask) == TinyHeader
        && body.Length > header >> 2
        && body[header >> 2] == (byte)ILOpCode.Throw;
}
