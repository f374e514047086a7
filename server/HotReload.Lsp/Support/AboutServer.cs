using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace HotReload.Lsp.Support;

/// <summary>What runs, and on what.</summary>
internal sealed record AboutServer(
    string CollectedAt, string Server, string Runtime, string OperatingSystem, string Architecture, int Processors, long ResidentBytes, double UptimeSeconds,
    string? Client, string? ClientVersion, ImmutableDictionary<string, string> ClientSays)
{
    /// <summary>The machine's part of it.</summary>
    public static AboutServer Create(string version, DateTimeOffset now) => new(
        now.ToString("O", System.Globalization.CultureInfo.InvariantCulture), version, RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription, RuntimeInformation.OSArchitecture.ToString(), Environment.ProcessorCount, Environment.WorkingSet,
        Environment.TickCount64 / 1000.0, null, null, ImmutableDictionary<string, string>.Empty);
}
