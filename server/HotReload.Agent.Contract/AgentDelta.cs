namespace HotReload.Agent.Contract;

/// <summary>The delta of one module, as <c>MetadataUpdater.ApplyUpdate</c> takes it.</summary>
internal sealed record AgentDelta(
    Guid ModuleId,
    string AssemblyName,
    ReadOnlyMemory<byte> Metadata,
    ReadOnlyMemory<byte> IL,
    ReadOnlyMemory<byte> Pdb,
    ReadOnlyMemory<int> UpdatedTypes)
{
    /// <summary>What is to be done to state that exists already, once the delta is in.</summary>
    public IReadOnlyList<AgentNewType> NewTypes { get; init; } = [];

    /// <summary>Metadata tokens of the methods that are watched for exceptions.</summary>
    public ReadOnlyMemory<int> WatchedMethods { get; init; } = ReadOnlyMemory<int>.Empty;
}
