using System.Collections.Concurrent;
using HotReload.Agent.Contract;

namespace HotReload.Agent.AspNetCore.Assets;

/// <summary>
/// Static files whose text is in memory: unsaved, or made anew from its parts. Only names that the server has sent are known here,
/// and a request must have one of them exactly; no path is ever made of it.
/// </summary>
sealed class AssetOverrides
{
    readonly ConcurrentDictionary<string, AgentAsset> _texts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes files that have changed.</summary>
    public void Take(IReadOnlyList<AgentAsset> assets)
    {
        foreach (var asset in assets)
        {
            foreach (var route in asset.Routes)
            {
                if (asset.Text is null)
                {
                    _texts.TryRemove(route, out _);
                }
                else
                {
                    _texts[route] = asset;
                }
            }
        }
    }

    /// <summary>The file at a path; null where the disk's is right, or there is none.</summary>
    public AgentAsset? Find(string path) => path.Length > 1 && _texts.TryGetValue(path[1..], out var asset) ? asset : null;
}
