using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>
/// The rows of attributes in deltas. Where an attribute goes, the compiler empties its row; the runtime, which looks for attributes by
/// halves in what it takes for a sorted table, then misses those of types and members that nobody edited. Here such a row gets an owner
/// that nobody asks for attributes, next to its own (<see cref="VacantOwner"/>): the order holds and the attribute is gone. So a
/// member that was deleted and comes back loses the runtime's mark, which hides it from reflection.
/// </summary>
internal sealed class AttributeRows
{
    const int RowSize = 12;

    readonly Dictionary<Guid, AttributeOwners> _owners = [];

    readonly record struct Row(int Number, int Owner, bool IsEmptied);

    /// <summary>Whether deltas empty rows.</summary>
    public static bool AreEmptied(ImmutableArray<ModuleDelta> deltas) => deltas.Any(delta =>
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(delta.Metadata);
        return Rows(provider.GetMetadataReader()).Exists(row => row.IsEmptied);
    });

    /// <summary>
    /// The same deltas without emptied rows. Where an owner keeps some of its attributes and there is no room after them, the row stays as it is in
    /// the program.
    /// </summary>
    /// <param name="deltas">Each one that a program may get, in the order in which it gets them.</param>
    /// <param name="solution">Where the modules' assemblies lie.</param>
    public ImmutableArray<ModuleDelta> Mend(ImmutableArray<ModuleDelta> deltas, Solution solution) => [.. deltas.Select(delta => Mend(delta, solution))];

    /// <summary>Whether an attribute that is gone from the text stays in the program after <see cref="Mend(ImmutableArray{ModuleDelta}, Solution)"/>.</summary>
    public bool AreLeft(ImmutableArray<ModuleDelta> deltas, Solution solution) => deltas.Any(delta =>
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(delta.Metadata);
        var reader = provider.GetMetadataReader();
        var rows = Rows(reader);
        return rows.Exists(row => row.IsEmptied) && Vacate(reader, rows, OwnersOf(delta, rows, solution)).Contains(null);
    });

    ModuleDelta Mend(ModuleDelta delta, Solution solution)
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(delta.Metadata);
        var reader = provider.GetMetadataReader();
        var rows = Rows(reader);
        if (rows.Count == 0)
        {
            return delta;
        }

        var owners = OwnersOf(delta, rows, solution);
        return rows.Exists(row => row.IsEmptied) ? delta with { Metadata = Rewrite(delta.Metadata, reader, rows, owners) } : delta;
    }

    AttributeOwners OwnersOf(ModuleDelta delta, List<Row> rows, Solution solution)
    {
        ref var owners = ref CollectionsMarshal.GetValueRefOrAddDefault(_owners, delta.ModuleId, out _);
        owners ??= AttributeOwners.Read(delta.ModuleId, solution);
        foreach (var row in rows.Where(row => !row.IsEmptied))
        {
            owners.Take(row.Number, row.Owner);
        }

        return owners;
    }

    /// <summary>For each row the owner to write instead of none: its own if it has one, a vacant one, or null for a row that must stay as it is.</summary>
    static List<int?> Vacate(MetadataReader reader, List<Row> rows, AttributeOwners owners)
    {
        var isWide = reader.GetTableRowSize(TableIndex.CustomAttribute) == RowSize;
        var emptied = rows.Where(row => row.IsEmptied).Select(row => row.Number).ToHashSet();
        var kept = rows.Where(row => !row.IsEmptied).Select(row => row.Owner).ToHashSet();
        return [.. rows.Select(row => row switch
        {
            { IsEmptied: false } => row.Owner,
            _ when isWide && owners.Find(row.Number) is { } owner =>
                kept.Contains(owner) ? VacantOwner.Between(owner, NextOf(row.Number, owner)) : VacantOwner.Beside(owner),
            _ => (int?)null,
        })];

        // Rows after it that are emptied as well come to lie beside it.
        int? NextOf(int number, int owner)
        {
            var next = number + 1;
            while (emptied.Contains(next) && owners.Find(next) == owner)
            {
                next++;
            }

            return owners.Find(next);
        }
    }

    static ImmutableArray<byte> Rewrite(ImmutableArray<byte> original, MetadataReader reader, List<Row> rows, AttributeOwners owners)
    {
        var metadata = original.AsSpan().ToArray();
        var start = reader.GetTableMetadataOffset(TableIndex.CustomAttribute);
        var vacated = Vacate(reader, rows, owners);
        var left = new HashSet<EntityHandle>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (vacated[i] is not { } owner)
            {
                left.Add(MetadataTokens.CustomAttributeHandle(rows[i].Number));
            }
            else if (rows[i].IsEmptied)
            {
                BinaryPrimitives.WriteInt32LittleEndian(metadata.AsSpan(start + (i * RowSize)), owner);
            }
        }

        Leave(metadata, reader, left);
        return ImmutableCollectionsMarshal.AsImmutableArray(metadata);
    }

    /// <summary>What the runtime does is what the log says: the entry of a row that stays gives way to one that is there already.</summary>
    static void Leave(byte[] metadata, MetadataReader reader, HashSet<EntityHandle> left)
    {
        var log = reader.GetEditAndContinueLogEntries().ToList();
        var harmless = log.FindIndex(IsHarmlessTwice);
        for (var i = 0; harmless >= 0 && i < log.Count; i++)
        {
            if (left.Contains(log[i].Handle))
            {
                DeltaTables.WriteLog(metadata, reader, i, log[harmless]);
            }
        }
    }

    /// <summary>
    /// The rows as the program counts them. They are asked for by number, as
    /// the reader enumerates them sorted by owner, the emptied ones first.
    /// </summary>
    static List<Row> Rows(MetadataReader delta) =>
    [
        .. DeltaTables.Rows(delta, HandleKind.CustomAttribute)
            .Select(row => (delta.GetCustomAttribute(MetadataTokens.CustomAttributeHandle(row.Row)).Parent, Number: MetadataTokens.GetRowNumber(row.Whole)))
            .Select(row => new Row(row.Number, CodedIndex.HasCustomAttribute(row.Parent), row.Parent.IsNil)),
    ];

    static bool IsHarmlessTwice(EditAndContinueLogEntry entry) =>
        entry.Operation == EditAndContinueOperation.Default
        && entry.Handle.Kind is HandleKind.AssemblyReference or HandleKind.TypeReference or HandleKind.MemberReference;
}
