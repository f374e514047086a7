using System.Collections.Immutable;
using HotReload.Core.State;

namespace HotReload.Core.Reload;

/// <summary>The change of one module, as the runtime takes it.</summary>
/// <param name="ModuleId">The module version id (MVID) of the assembly that the delta belongs to.</param>
/// <param name="AssemblyName">For people only; the MVID decides.</param>
/// <param name="Metadata">The metadata delta.</param>
/// <param name="IL">The IL delta.</param>
/// <param name="Pdb">The portable PDB delta.</param>
/// <param name="UpdatedTypes">Metadata tokens of the types that changed.</param>
/// <param name="RequiredCapabilities">What the runtime must be able to do to take it.</param>
public sealed record ModuleDelta(
    Guid ModuleId,
    string AssemblyName,
    ImmutableArray<byte> Metadata,
    ImmutableArray<byte> IL,
    ImmutableArray<byte> Pdb,
    ImmutableArray<int> UpdatedTypes,
    ImmutableArray<string> RequiredCapabilities)
{
    /// <summary>What is to be done to state that exists already, once the delta is in.</summary>
    public ImmutableArray<NewTypeState> NewState { get; init; } = [];

    /// <summary>The methods that it brings new code for, as far as they have statements in a file.</summary>
    public ImmutableArray<ChangedMethod> Methods { get; init; } = [];
}
