using System.Collections.Immutable;

namespace HotReload.Core.Ports;

/// <summary>The pages of a running program, for as long as it runs. Safe to call from any thread; what can't be sent any more is dropped.</summary>
public interface IProgramPages
{
    /// <summary>Says what pages are to be like.</summary>
    void SetUp(PageSetup setup);

    /// <summary>Says what pages are to show of the session.</summary>
    void Show(PageState state);

    /// <summary>
    /// Has the program serve static files anew and tell its open pages. Returns how many there were; null where the program gave no
    /// answer. The token abandons the wait.
    /// </summary>
    Task<int?> ChangeAsync(ImmutableArray<AssetUpdate> assets, CancellationToken cancellationToken);
}
