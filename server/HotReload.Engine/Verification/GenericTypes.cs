using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// Which generic types the program has. The runtime looks for a method that such a type gets in a delta at a place where the type has none, as
/// soon as the type is used with arguments that it was not used with before, and ends. A function in a type that comes with it is no such method:
/// most lambdas are. Not thread-safe.
/// </summary>
internal sealed class GenericTypes
{
    /// <summary>The code of what is found.</summary>
    public const string Code = "HR1016";

    readonly Dictionary<Guid, HashSet<int>> _known = [];
    readonly List<(Guid Module, int Row)> _pending = [];

    /// <summary>Whether a change brings methods for generic types that the program has already.</summary>
    public bool GetMethods(EncUpdates updates, Solution solution)
    {
        _pending.Clear();
        return updates.Deltas.Any(delta => GetMethods(delta, solution));
    }

    /// <summary>The program has what was looked at last.</summary>
    public void Take()
    {
        foreach (var (module, row) in _pending)
        {
            _known[module].Add(row);
        }

        _pending.Clear();
    }

    /// <summary>What the user is told.</summary>
    public static ReloadDiagnostic ToDiagnostic(WrittenEdits edits, Solution solution)
    {
        const string Reason =
            "a generic type, or the class that the compiler makes for lambdas in generic code, would get a method, and this runtime ends when it is then used with type arguments that are new to it.";
        foreach (var (id, project) in edits.Projects)
        {
            if (project.DeclaredAnew.Concat(project.Came).FirstOrDefault(IsGeneric) is { } member)
            {
                return member.ToWarning(Code, $"{member.Name}: {Reason}", solution.GetProject(id));
            }
        }

        return new(Code, Core.Reload.DiagnosticSeverity.Warning, $"By this edit {Reason}", null, default, null);
    }

    static bool IsGeneric(DeclaredMember member) => member.Node.AncestorsAndSelf()
        .Any(node => node is TypeDeclarationSyntax { TypeParameterList: not null } or MethodDeclarationSyntax { TypeParameterList: not null });

    bool GetMethods(ModuleDelta delta, Solution solution)
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(delta.Metadata);
        var reader = provider.GetMetadataReader();
        var given = reader.GetEditAndContinueLogEntries()
            .Where(entry => entry.Operation == EditAndContinueOperation.AddMethod).Select(entry => MetadataTokens.GetRowNumber(entry.Handle)).ToList();

        // Type parameters come with their types only.
        var added = OwnersIn(reader, DeltaTables.Rows(reader, HandleKind.GenericParameter).Select(row => row.Row)).ToList();
        if (given.Count == 0 && added.Count == 0)
        {
            return false;
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, delta.ModuleId, out _);
        known ??= Read(delta.ModuleId, solution);
        _pending.AddRange(added.Select(row => (delta.ModuleId, row)));
        return given.Any(known.Contains);
    }

    static HashSet<int> Read(Guid module, Solution solution)
    {
        HashSet<int> types = [];
        BuiltModules.Read(module, solution, reader => types = [.. OwnersIn(reader, Enumerable.Range(1, reader.GetTableRowCount(TableIndex.GenericParam)))]);
        return types;
    }

    static IEnumerable<int> OwnersIn(MetadataReader reader, IEnumerable<int> rows) =>
        from row in rows
        let owner = reader.GetGenericParameter((GenericParameterHandle)MetadataTokens.EntityHandle(TableIndex.GenericParam, row)).Parent
        where owner.Kind == HandleKind.TypeDefinition
        select MetadataTokens.GetRowNumber(owner);
}
