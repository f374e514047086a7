using System.Collections.Immutable;
using HotReload.Agent.Contract.Json;
using HotReload.Core.Ports;

namespace HotReload.Runtime.Agents;

/// <summary>The pages of the program at the other end of a channel.</summary>
sealed class ProgramPages(AgentChannel channel) : IProgramPages
{
    /// <inheritdoc/>
    public void SetUp(PageSetup setup) => channel.Notify(PageSetupJson.Notification(WirePages.From(setup)));

    /// <inheritdoc/>
    public void Show(PageState state) => channel.Notify(PageStateJson.Notification(WirePages.From(state)));

    /// <inheritdoc/>
    public async Task<int?> ChangeAsync(ImmutableArray<AssetUpdate> assets, CancellationToken cancellationToken)
    {
        var wire = assets.Select(WirePages.From).ToList();
        var reply = await channel.CallAsync(
            id => PageAssetsJson.Request(id, wire), static body => PageAssetsJson.ReadResult(body), cancellationToken);
        return reply.Result as int?;
    }
}
