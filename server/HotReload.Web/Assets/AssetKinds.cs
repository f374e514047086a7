using System.Collections.Frozen;
using HotReload.Core.Reload;

namespace HotReload.Web.Assets;

/// <summary>What a file is to a page, by its ending.</summary>
public static class AssetKinds
{
    static readonly FrozenDictionary<string, AssetKind> s_kinds = new Dictionary<string, AssetKind>
    {
        [".css"] = AssetKind.Style,
        [".js"] = AssetKind.Script,
        [".mjs"] = AssetKind.Script,
        [".html"] = AssetKind.Markup,
        [".htm"] = AssetKind.Markup,
        [".svg"] = AssetKind.Image,
        [".png"] = AssetKind.Image,
        [".jpg"] = AssetKind.Image,
        [".jpeg"] = AssetKind.Image,
        [".gif"] = AssetKind.Image,
        [".webp"] = AssetKind.Image,
        [".avif"] = AssetKind.Image,
        [".ico"] = AssetKind.Image,
        [".woff"] = AssetKind.Font,
        [".woff2"] = AssetKind.Font,
        [".ttf"] = AssetKind.Font,
        [".otf"] = AssetKind.Font,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>All endings of static files, with their dots.</summary>
    public static IEnumerable<string> Endings => s_kinds.Keys;

    /// <summary>What a file is to a page; null where it is nothing.</summary>
    public static AssetKind? Of(string path) => s_kinds.TryGetValue(Path.GetExtension(path), out var kind) ? kind : null;

    /// <summary>Whether a file is text, which an editor may have in another state than the disk.</summary>
    public static bool IsText(string path) => Of(path) is AssetKind.Style or AssetKind.Script or AssetKind.Markup or AssetKind.Data
        || Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase);
}
