using System.Collections.Immutable;

namespace HotReload.Core.Reload;

/// <summary>What a reload is to the program's open pages. What they made of it, they tell later (<c>hotReload/page</c>).</summary>
/// <param name="Told">How many open pages were told of it.</param>
/// <param name="Assets">The static files that have changed.</param>
public sealed record PageReload(int Told, ImmutableArray<AssetReload> Assets)
{
    /// <summary>No page has to do with it.</summary>
    public static PageReload None { get; } = new(0, []);
}
