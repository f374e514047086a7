using System.Globalization;

namespace HotReload.IntegrationTests;

sealed class SolutionTests
{
    const string App = "Bakery.App/Bakery.App.csproj";

    [Test]
    public async Task An_unsaved_edit_of_a_library_takes_effect_and_the_state_stays()
    {
        await using var program = await Shared.Server.StartAsync("solution", App);
        var before = Loaf(await program.Editor.OutputContainingAsync("Rye of 850 g"));
        var mark = program.Mark();

        var result = await program.ApplyUnsavedAsync("Bakery.Recipes/Recipe.cs", "{Name} of", "{Name}, freshly baked,");

        program.MustBeApplied(result);
        Assert.That(Modules(result), Is.EqualTo((string[])["Bakery.Recipes"]));
        var after = Loaf(await program.Editor.OutputContainingAsync("Rye, freshly baked, 850 g", mark));
        Assert.That(after, Is.GreaterThan(before));
    }

    [Test]
    public async Task A_saved_edit_of_a_library_behind_a_library_takes_effect()
    {
        await using var program = await Shared.Server.StartAsync("solution", App);
        var mark = program.Mark();

        program.MustBeApplied(await program.SaveAsync("Bakery.Units/Weight.cs", "{Grams} g", "{Grams} grams"));

        await program.Editor.OutputContainingAsync("Rye of 850 grams", mark);
    }

    [Test]
    public async Task A_constant_of_a_library_has_its_new_value_where_others_use_it()
    {
        await using var program = await Shared.Server.StartAsync("solution", App);
        var before = Loaf(await program.Editor.OutputContainingAsync("Rye of 850 g"));
        var mark = program.Mark();

        var result = await program.ApplyUnsavedAsync("Bakery.Units/Words.cs", "\"loaf\"", "\"bread\"");

        program.MustBeApplied(result);
        Assert.That(Modules(result), Is.EqualTo((string[])["Bakery.App"]));
        Assert.That(result.Diagnostics.Single().Code, Is.EqualTo("HR1017"));
        var line = await program.Editor.OutputContainingAsync("bread ", mark);
        Assert.That(int.Parse(line.Split("bread ")[1], CultureInfo.InvariantCulture), Is.GreaterThan(before));
        mark = program.Mark();
        program.MustBeApplied(await program.ApplyUnsavedAsync("Bakery.App/Oven.cs", "baked {", "made {"));
        await program.Editor.OutputContainingAsync("made Rye of 850 g, bread ", mark);
    }

    [Test]
    public async Task An_interface_of_a_library_gets_a_method_that_a_class_of_another_has_and_a_third_calls()
    {
        await using var program = await Shared.Server.StartAsync("solution", App);
        var before = Loaf(await program.Editor.OutputContainingAsync("Rye of 850 g"));
        var mark = program.Mark();
        await EditAsync(program, "Bakery.Units/IScale.cs", "Weigh(int grams);", "Weigh(int grams);\n    string Describe(Weight weight, string unit = \"g\");");
        await EditAsync(
            program, "Bakery.Recipes/KitchenScale.cs", "=> new(grams);", "=> new(grams);\n    public string Describe(Weight weight, string unit) => $\"about {weight.Grams / 10 * 10} {unit}\";");
        await EditAsync(program, "Bakery.App/Oven.cs", "baked {recipe.Title()}", "baked {_scale.Describe(recipe.Total)}");

        var result = await program.Editor.ApplyAsync();

        program.MustBeApplied(result);
        Assert.That(result.Diagnostics.Single().Code, Is.EqualTo("HR1018"));
        var line = await program.Editor.OutputContainingAsync("baked about 850 g", mark);
        Assert.That(Loaf(line), Is.GreaterThan(before));
        mark = program.Mark();
        await program.Editor.ReplaceAsync("Bakery.Recipes/KitchenScale.cs", "about {", "nearly {");
        program.MustBeApplied(await program.Editor.ApplyAsync());
        await program.Editor.OutputContainingAsync("baked nearly 850 g", mark);
        mark = program.Mark();
        Assert.That((await program.Editor.RestartAsync()).Outcome, Is.EqualTo(ReloadOutcome.Restarted));
        await program.Editor.OutputContainingAsync("baked nearly 850 g", mark);
    }

    [Test]
    public async Task A_class_of_a_library_is_gone_when_no_project_says_it_and_may_come_back()
    {
        await using var program = await Shared.Server.StartAsync("solution", App);
        var before = Loaf(await program.Editor.OutputContainingAsync("Rye of 850 g"));
        await EditAsync(program, "Bakery.Units/Words.cs", "public static class Words\n{\n    public const string Loaf = \"loaf\";\n}", "");
        var held = await program.Editor.ApplyAsync();
        Assert.That((held.Outcome, held.Diagnostics.Single().Code), Is.EqualTo((ReloadOutcome.Held, "CS0103")), held.Message);

        var mark = program.Mark();
        await EditAsync(program, "Bakery.App/Oven.cs", "{Words.Loaf}", "{nameof(Bake)} loaf");
        var gone = await program.Editor.ApplyAsync();
        program.MustBeApplied(gone);
        Assert.That(gone.Diagnostics.Single().Code, Is.EqualTo("HR1018"));
        await program.Editor.OutputContainingAsync("Bake loaf ", mark);

        mark = program.Mark();
        await EditAsync(program, "Bakery.Units/IScale.cs", "public interface", "public static class Words\n{\n    public static string Name => \"rye loaf\";\n}\n\npublic interface");
        await program.Editor.ReplaceAsync("Bakery.App/Oven.cs", "{nameof(Bake)} loaf", "{Words.Name}");
        program.MustBeApplied(await program.Editor.ApplyAsync());
        Assert.That(Loaf(await program.Editor.OutputContainingAsync("rye loaf ", mark)), Is.GreaterThan(before));
    }

    [Test]
    public async Task Unsaved_edits_of_all_projects_are_one_reload()
    {
        await using var program = await Shared.Server.StartAsync("solution", App);
        await program.Editor.OutputContainingAsync("Rye of 850 g");
        var mark = program.Mark();
        await EditAsync(program, "Bakery.Units/Weight.cs", "{Grams} g", "{Grams} grams");
        await EditAsync(program, "Bakery.Recipes/Recipe.cs", "{Name} of", "{Name}:");
        await EditAsync(program, "Bakery.App/Oven.cs", "baked {", "made {");

        var result = await program.Editor.ApplyAsync();

        program.MustBeApplied(result);
        Assert.That(Modules(result), Is.EquivalentTo((string[])["Bakery.Units", "Bakery.Recipes", "Bakery.App"]));
        await program.Editor.OutputContainingAsync("made Rye: 850 grams", mark);
    }

    static async Task EditAsync(LiveProgram program, string file, string old, string text)
    {
        await program.Editor.OpenAsync(file);
        await program.Editor.ReplaceAsync(file, old, text);
    }

    static IEnumerable<string> Modules(ReloadResult result) =>
        result.Processes.Single().Modules.Select(module => module.AssemblyName);

    static int Loaf(string line) => int.Parse(line.Split("loaf ")[1], CultureInfo.InvariantCulture);
}
