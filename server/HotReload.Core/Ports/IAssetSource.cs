using System.Collections.Immutable;
using HotReload.Core.Buffers;

namespace HotReload.Core.Ports;

/// <summary>Knows the static files of a session's program. Safe to call from any thread.</summary>
public interface IAssetSource
{
    /// <summary>The files that a snapshot changes, compared with the one before.</summary>
    ImmutableArray<AssetUpdate> Take(Snapshot snapshot);

    /// <summary>Whether a file is one that pages may show, and so none that a compiler reads.</summary>
    bool Concerns(string path);
}
