using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using HotReload.Core.Reload;
using HotReload.Engine.Verification;
using HotReload.UnitTests.Engine.EditAndContinue;
using HotReload.UnitTests.Support;
using Microsoft.CodeAnalysis;

namespace HotReload.UnitTests.Engine.Verification;

/// <summary>What the compiler makes of an edit of attributes, and what becomes of it. Apart from the tests, as are all that name types of Roslyn's.</summary>
sealed class AttributeDelta : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly AttributeRows _rows = new();
    readonly Solution _solution;
    readonly ImmutableArray<int> _built;
    readonly ImmutableArray<ModuleDelta> _deltas;
    readonly ImmutableArray<ModuleDelta> _mended;

    /// <param name="before">A class, of which every method is in the delta.</param>
    /// <param name="after">The same with other attributes.</param>
    public AttributeDelta(string before, string after)
    {
        var delta = new CompiledDelta(before, after);
        var path = _folder.Write("A.dll", delta.Image.AsSpan().ToArray());
        using var metadata = ModuleMetadata.CreateFromImage(delta.Image);
        using var workspace = new AdhocWorkspace();
        _solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "A", "A", LanguageNames.CSharp)
            .WithCompilationOutputInfo(new CompilationOutputInfo().WithAssemblyPath(path)));
        _built = [.. metadata.GetMetadataReader().CustomAttributes.Select(row => Owner(metadata.GetMetadataReader().GetCustomAttribute(row)))];
        _deltas = [new(delta.ModuleId, "A", delta.Metadata, [], [], [], [])];
        _mended = _rows.Mend(_deltas, _solution);
    }

    /// <summary>Whether the compiler has emptied rows.</summary>
    public bool AreEmptied => AttributeRows.AreEmptied(_deltas);

    /// <summary>Whether there are such in what the program gets.</summary>
    public bool AreEmptiedStill => AttributeRows.AreEmptied(_mended);

    /// <summary>Whether the program keeps an attribute that is gone from the text.</summary>
    public bool AreLeft => _rows.AreLeft(_deltas, _solution);

    /// <summary>The owners of the rows that the program has afterwards, as the table has them.</summary>
    public ImmutableArray<int> Owners
    {
        get
        {
            using var provider = MetadataReaderProvider.FromMetadataImage(_mended[0].Metadata);
            var delta = provider.GetMetadataReader();
            var owners = _built.ToList();
            var map = delta.GetEditAndContinueMapEntries().Where(handle => handle.Kind == HandleKind.CustomAttribute).ToList();
            foreach (var entry in delta.GetEditAndContinueLogEntries().Where(entry => entry.Handle.Kind == HandleKind.CustomAttribute))
            {
                var row = MetadataTokens.GetRowNumber(entry.Handle);
                var owner = Owner(delta.GetCustomAttribute(MetadataTokens.CustomAttributeHandle(map.IndexOf(entry.Handle) + 1)));
                owners.AddRange(Enumerable.Repeat(int.MaxValue, Math.Max(0, row - owners.Count)));
                owners[row - 1] = owner;
            }

            return [.. owners];
        }
    }

    /// <summary>The code of a method as an owner.</summary>
    public static int Method(int row) => CodedIndex.HasCustomAttribute(MetadataTokens.MethodDefinitionHandle(row));

    public void Dispose() => _folder.Dispose();

    static int Owner(CustomAttribute attribute) => CodedIndex.HasCustomAttribute(attribute.Parent);
}
