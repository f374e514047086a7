using System.Collections.Immutable;
using HotReload.Core.Buffers;

namespace HotReload.Core.Ports;

/// <summary>A program without static files.</summary>
public sealed class NoAssets : IAssetSource
{
    /// <inheritdoc/>
    public ImmutableArray<AssetUpdate> Take(Snapshot snapshot) => [];

    /// <inheritdoc/>
    public bool Concerns(string path) => false;
}
