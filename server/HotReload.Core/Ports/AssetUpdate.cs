using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Core.Ports;

/// <summary>A static file that differs from what the program served before.</summary>
/// <param name="File">Full path.</param>
/// <param name="Kind">What it is to a page.</param>
/// <param name="Routes">Where the program serves it, without a slash at the start; none where that is not known.</param>
/// <param name="Text">What is to be served in the place of the disk's file; null where the disk is right.</param>
/// <param name="Error">Why it can't be served; null where it can.</param>
public sealed record AssetUpdate(string File, AssetKind Kind, ImmutableArray<string> Routes, string? Text, string? Error)
{
    /// <summary>Whether a build would make it one that can be served.</summary>
    public bool NeedsBuild { get; init; }
}
