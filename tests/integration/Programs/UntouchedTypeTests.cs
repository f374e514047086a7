namespace HotReload.IntegrationTests;

/// <summary>Types that the program has not come to yet, when an edit adds fields elsewhere.</summary>
sealed class UntouchedTypeTests
{
    [Test]
    public async Task To_look_for_objects_initializes_no_type()
    {
        await using var fresh = await Shared.Server.StartAsync("keeper", options: new(NewFieldsBudget: 30_000));
        await fresh.Web.UpAsync("/cart");
        await fresh.ApplyUnsavedAsync(
            "Cart.cs", "public string Describe() => $\"{_items.Count} items\";",
            "private readonly int _price = 3;\n\n    public string Describe() => $\"{_items.Count} items at {_price}\";");
        Assert.That(await fresh.Web.GetAsync("/cart"), Is.EqualTo("0 items at 3"));

        // Had the list been made by the search, its books would lack what this edit adds to their constructor.
        await fresh.ApplyUnsavedAsync(
            "Shelf.cs", "public string Describe() => Title;",
            "public string Initial { get; } = title[..1];\n\n    public string Describe() => $\"[{Initial}] {Title}\";");
        Assert.That(await fresh.Web.GetAsync("/shelf"), Is.EqualTo("[E] Emma, [U] Ulysses"));
    }
}
