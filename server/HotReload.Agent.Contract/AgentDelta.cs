namespace HotReload.Agent.Contract;

/// <summary>
/// The delta of one module, as <c>MetadataUpdater.ApplyUpdate</c> takes it, and the tokens of the methods in it whose first call is to be told.
/// </summary>
internal sealed record AgentDelta(
    Guid ModuleId,
    string AssemblyName,
    GappedBytes Metadata,
    ReadOnlyMemory<byte> IL,
    ReadOnlyMemory<byte> Pdb,
    ReadOnlyMemory<int> UpdatedTypes,
    ReadOnlyMemory<int> WatchedMethods)
{
    /// <summary>What is to be done to state that exists already, once the delta is in.</summary>
    public IReadOnlyList<AgentNewType> NewTypes { get; init; } = [];
}
