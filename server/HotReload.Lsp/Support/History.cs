using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Support;

/// <summary>The newest of what the client was told, for whoever has to find out later what went wrong.</summary>
internal sealed class History
{
    /// <summary>How many results are kept.</summary>
    public const int MostResults = 500;

    /// <summary>How many events are kept.</summary>
    public const int MostEvents = 2000;

    /// <summary>How many lines of the log are kept.</summary>
    public const int MostLines = 2000;

    public Ring<ReloadResult> Results { get; } = new(MostResults);

    public Ring<EventParams> Events { get; } = new(MostEvents);
}
