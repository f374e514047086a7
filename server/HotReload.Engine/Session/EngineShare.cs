using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis.Host.Mef;

namespace HotReload.Engine.Session;

/// <summary>What the programs of one server have in common and what is made once: Roslyn's services, and generators that nobody builds.</summary>
public sealed class EngineShare
{
    readonly Lock _gate = new();
    Task? _host;

    internal SharedGenerators Generators { get; } = new();

    /// <summary>Roslyn's services. The SDK must be bound; it is the same for as long as the process lives.</summary>
    internal Task<MefHostServices> HostAsync()
    {
        lock (_gate)
        {
            _host ??= Task.Run(WorkspaceHosts.CreateForEditing, CancellationToken.None);
            return (Task<MefHostServices>)_host;
        }
    }
}
