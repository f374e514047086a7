using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Core.Pipeline;

/// <summary>The sentences of a report on static files.</summary>
internal static class AssetWording
{
    /// <summary>How a reload ended in which nothing but static files has changed.</summary>
    public static ReloadOutcome Outcome(ImmutableArray<AssetReload> assets) =>
        assets.Any(asset => asset.Outcome == AssetOutcome.Injected) ? ReloadOutcome.Applied
        : assets.Any(asset => asset.Outcome == AssetOutcome.NeedsBuild) ? ReloadOutcome.RestartRequired
        : ReloadOutcome.Held;

    /// <summary>Adds what became of the files to what became of the code.</summary>
    public static string Join(string message, PageReload page)
    {
        var sentences = new List<string> { message, Injected(page) };
        sentences.AddRange(page.Assets
            .Where(asset => asset.Outcome != AssetOutcome.Injected)
            .Select(asset => $"{Path.GetFileName(asset.File)}: {asset.Message}"));
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    static string Injected(PageReload page)
    {
        var names = page.Assets.Where(asset => asset.Outcome == AssetOutcome.Injected).Select(asset => Path.GetFileName(asset.File)).Distinct().ToList();
        var pages = page.Told == 0 ? "no page is open" : ReloadWording.Count(page.Told, "open page") + (page.Told == 1 ? " takes it" : " take it");
        return names switch
        {
            [] => "",
            [var name] => $"{name} is new; {pages}.",
            [var name, ..] => $"{name} and {ReloadWording.Count(names.Count - 1, "other file")} are new; {pages}.",
        };
    }
}
