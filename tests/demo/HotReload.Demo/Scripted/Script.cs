using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Editing;

namespace HotReload.Demo.Scripted;

/// <summary>What is done to the shop.</summary>
static class Script
{
    const string Endpoints = "Shop.Web/Api/ShopEndpoints.cs";
    const string Index = "Shop.Web/Pages/Index.cshtml";
    const string Rule = "Shop.Pricing/QuantityDiscount.cs";
    const string Catalogue = "Shop.Web/Catalogue/ProductCatalogue.cs";
    const string Quote = "/api/quote/cup-2?quantity=10";
    const string Typed = "typed, not saved";

    // A good typist's best moment; it keeps the keystrokes apart and the demo short.
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(8);

    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<DemoStep> Steps { get; } =
    [
        new("a string in an API method", Typed, Quote, ReloadOutcome.Applied, editor =>
            TypedAsync(editor, Endpoints, "{quote.Net:0.00} EUR", "{quote.Net:0.00} euros", ReloadOutcome.Applied)),

        new("a heading of a Razor page", Typed, "/", ReloadOutcome.Applied, editor =>
            TypedAsync(editor, Index, "Everything for tea", "All you need for tea", ReloadOutcome.Applied)),

        new("a discount rule in the library", "typed and saved", Quote, ReloadOutcome.Applied, editor =>
            SavedAsync(editor, Rule, ">= 10 => 10,", ">= 10 => 12,")),

        new("half a statement", Typed, Quote, ReloadOutcome.Held, editor =>
            TypedAsync(editor, Endpoints, "{quote.Net:0.00} euros\"", "{Sum(quote)}, {Asked(", ReloadOutcome.Held)),

        new("the other half, and a method and a field for it", Typed, Quote, ReloadOutcome.Applied, FinishAsync),

        new("something, and Undo", Typed, "/", ReloadOutcome.NoChange, UndoneAsync),

        new("a base type: no delta can do that", "typed and saved", "/", ReloadOutcome.RestartRequired, editor =>
            RudeAsync(editor)),

        new("restart", "asked for", Quote, ReloadOutcome.Restarted, editor => editor.RestartAsync()),
    ];

    static async Task<ReloadResult> TypedAsync(
        EditorClient editor, string document, string old, string text, ReloadOutcome expected)
    {
        await OpenAsync(editor, document);
        await editor.TypeOverAsync(document, old, text, Pace);
        return await editor.NextResultAsync(result => result.Outcome == expected);
    }

    static async Task<ReloadResult> SavedAsync(EditorClient editor, string document, string old, string text)
    {
        await editor.SetModeAsync(ReloadMode.Save);
        await OpenAsync(editor, document);
        await editor.TypeOverAsync(document, old, text, Pace);
        await editor.SaveAsync(document);
        var result = await editor.NextResultAsync(result => result.Cause == ReloadCause.Save);
        await editor.SetModeAsync(ReloadMode.Type);
        return result;
    }

    static async Task<ReloadResult> FinishAsync(EditorClient editor)
    {
        await editor.TypeAsync(Endpoints, "{Asked(", ")}\"", Pace);
        await editor.TypeAsync(
            Endpoints,
            "public static class ShopEndpoints\n{\n",
            """
                private static int _asked;

                private static string Asked() => $"asked {++_asked} times";

                private static string Sum(Quote quote) => $"{quote.Gross:0.00} less {quote.Gross - quote.Net:0.00}";


            """,
            TimeSpan.FromMilliseconds(2));
        return await editor.NextResultAsync(result => result.Outcome == ReloadOutcome.Applied);
    }

    static async Task<ReloadResult> UndoneAsync(EditorClient editor)
    {
        await editor.SetModeAsync(ReloadMode.Manual);
        await editor.TypeOverAsync(Endpoints, "less", "minus", Pace);
        await editor.TypeOverAsync(Endpoints, "minus", "less", Pace);
        var result = await editor.ApplyAsync();
        await editor.SetModeAsync(ReloadMode.Type);
        return result;
    }

    static async Task<ReloadResult> RudeAsync(EditorClient editor)
    {
        // A restart builds from the disk: everything typed so far goes there first.
        await editor.SetModeAsync(ReloadMode.Manual);
        await editor.SaveAsync(Endpoints);
        await editor.SaveAsync(Index);
        await OpenAsync(editor, Catalogue);
        await editor.TypeOverAsync(
            Catalogue, "public sealed class ProductCatalogue", "public sealed class ProductCatalogue : List<string>", Pace);
        await editor.SaveAsync(Catalogue);
        return await editor.ApplyAsync();
    }

    static async Task OpenAsync(EditorClient editor, string document)
    {
        if (!editor.IsOpen(document))
        {
            await editor.OpenAsync(document);
        }
    }
}
