using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>
/// Finds methods whose result gets its first attribute, the compiler's own counted: '?' at a type, names in a tuple. A method has a row for
/// its result only where that has one; a delta gives it the row of the first parameter, and so on, and the parameters have each other's names
/// and defaults. Not thread-safe.
/// </summary>
internal sealed class ReturnRows
{
    readonly Dictionary<Guid, Dictionary<int, int>> _places = [];
    readonly List<(Guid Module, int Row, int Place)> _pending = [];

    /// <summary>The reason for a restart; null where each row stays with its parameter.</summary>
    public ReloadDiagnostic? Find(EncUpdates updates, Solution solution)
    {
        _pending.Clear();
        return updates.Deltas.FirstOrDefault(delta => Shifts(delta, solution)) is not { } delta ? null
            : new(
                UnseenEdits.Code, Core.Reload.DiagnosticSeverity.Warning,
                "The result of a method gets its first attribute ('?' at its type is one), or loses its last: in a delta, its parameters would have each other's names.",
                solution.Projects.FirstOrDefault(project => project.AssemblyName == delta.AssemblyName)?.FilePath, default, delta.AssemblyName);
    }

    /// <summary>The program has what was looked at last.</summary>
    public void Take()
    {
        foreach (var (module, row, place) in _pending)
        {
            _places[module][row] = place;
        }

        _pending.Clear();
    }

    bool Shifts(ModuleDelta delta, Solution solution)
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(delta.Metadata);
        var reader = provider.GetMetadataReader();
        var rows = DeltaTables.Rows(reader, HandleKind.Parameter)
            .Select(row => (Number: MetadataTokens.GetRowNumber(row.Whole), Place: reader.GetParameter(MetadataTokens.ParameterHandle(row.Row)).SequenceNumber))
            .ToList();
        if (rows.Count == 0)
        {
            return false;
        }

        ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, delta.ModuleId, out _);
        places ??= Read(delta.ModuleId, solution);
        _pending.AddRange(rows.Select(row => (delta.ModuleId, row.Number, row.Place)));
        foreach (var row in rows)
        {
            if (places.TryGetValue(row.Number, out var place) && place != row.Place)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Which parameter of its method each row is for, in a module as it was built.</summary>
    static Dictionary<int, int> Read(Guid module, Solution solution)
    {
        var places = new Dictionary<int, int>();
        BuiltModules.Read(module, solution, reader =>
        {
            for (var row = 1; row <= reader.GetTableRowCount(TableIndex.Param); row++)
            {
                places[row] = reader.GetParameter(MetadataTokens.ParameterHandle(row)).SequenceNumber;
            }
        });
        return places;
    }
}
