using System.Text.Json;

namespace HotReload.Web.Assets;

/// <summary>The names with a fingerprint, under which a program serves static files besides their own.</summary>
static class AssetEndpoints
{
    /// <summary>Reads them: from a file's own route to the others. Those of its compressed forms are left out.</summary>
    public static ILookup<string, string> ReadAliases(JsonElement? manifest)
    {
        var pairs = manifest is { } root && root.TryGetProperty("Endpoints", out var endpoints)
            ? endpoints.EnumerateArray().Where(IsPlain).Select(item => (Route: Text(item, "Route"), File: Text(item, "AssetFile")))
            : [];
        return pairs.Where(pair => pair.Route != pair.File).Distinct().ToLookup(pair => pair.File, pair => pair.Route);
    }

    static bool IsPlain(JsonElement endpoint) =>
        !endpoint.TryGetProperty("Selectors", out var selectors) || selectors.GetArrayLength() == 0;

    static string Text(JsonElement endpoint, string name) => endpoint.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
