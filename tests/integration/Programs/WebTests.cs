namespace HotReload.IntegrationTests;

/// <summary>What the tests of web programs share.</summary>
abstract class WebTests
{
    protected abstract string Fixture { get; }

    protected abstract string Page { get; }

    /// <summary>The number in <c>/state</c> that counts looks at the page, and so tells whether the program still is the same one.</summary>
    protected abstract string Counter { get; }

    protected Task UnsavedAsync(string file, string old, string text, string before, string after) =>
        EditAsync(program => program.ApplyUnsavedAsync(file, old, text), before, after);

    protected Task SavedAsync(string file, string old, string text, string before, string after) =>
        EditAsync(program => program.SaveAsync(file, old, text), before, after);

    async Task EditAsync(Func<LiveProgram, Task<ReloadResult>> edit, string before, string after)
    {
        await using var program = await Shared.Server.StartAsync(Fixture);
        Assert.That(await program.Web.UpAsync(Page), Does.Contain(before).And.Not.Contain(after));
        var counted = await CountAsync(program);

        program.MustBeApplied(await edit(program));

        // Acknowledged means running: the very next answer is the new one.
        Assert.That(await program.Web.GetAsync(Page), Does.Contain(after), () => program.Editor.Log());
        Assert.That(await CountAsync(program), Is.EqualTo(counted + 1));
    }

    async Task<int> CountAsync(LiveProgram program) =>
        (await program.Web.GetJsonAsync("/state")).GetProperty(Counter).GetInt32();
}
