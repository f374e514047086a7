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
    const int TinyHeader = 0x02;
    const int TinyHeaderMask = 0x03;

    enum Rank
    {
        New,
        Changed,
        Deleted,
    }

    /// <summary>
    /// The updates of one change, each in its order, and a project's after those of the projects that it refers to, as it may call what is new there. Where something
    /// is deleted it is the other way round: it is called until the callers have changed, and what calls something new has to be compiled first.
    /// </summary>
    public static IEnumerable<RawUpdate> Arrange(IEnumerable<RawUpdate> updates, Solution solution)
    {
        var order = solution.GetProjectDependencyGraph().GetTopologicallySortedProjects().Index().ToDictionary(project => project.Item, project => project.Index);
        return updates.Select(update => (update, At: order.GetValueOrDefault(update.ProjectId), Arranged: Arrange(update.MetadataDelta, update.ILDelta)))
            .OrderBy(item => item.Arranged.Deletes).ThenBy(item => item.Arranged.Deletes ? -item.At : item.At)
            .Select(item => item.update with { MetadataDelta = item.Arranged.Metadata });
    }

    /// <summary>The same metadata with its log in that order, and whether something is deleted.</summary>
    /// <param name="metadata">A metadata delta.</param>
    /// <param name="il">The delta of its method bodies.</param>
    public static (ImmutableArray<byte> Metadata, bool Deletes) Arrange(ImmutableArray<byte> metadata, ImmutableArray<byte> il)
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(metadata);
        var reader = provider.GetMetadataReader();
        var log = Read(reader, il);
        var arranged = log.OrderBy(entry => entry.Rank).ToList();
        var deletes = log.Exists(entry => entry.Rank == Rank.Deleted);
        if (arranged.SequenceEqual(log))
        {
            return (metadata, deletes);
        }

        var bytes = metadata.AsSpan().ToArray();
        for (var i = 0; i < arranged.Count; i++)
        {
            DeltaTables.WriteLog(bytes, reader, i, arranged[i].Entry);
        }

        return (ImmutableCollectionsMarshal.AsImmutableArray(bytes), deletes);
    }

    static List<(EditAndContinueLogEntry Entry, Rank Rank)> Read(MetadataReader reader, ImmutableArray<byte> il)
    {
        var log = reader.GetEditAndContinueLogEntries().ToList();
        var rows = DeltaTables.Rows(reader, HandleKind.MethodDefinition).ToDictionary(row => row.Whole, row => MetadataTokens.MethodDefinitionHandle(row.Row));
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
