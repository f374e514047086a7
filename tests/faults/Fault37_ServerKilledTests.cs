using HotReload.Core.Recovery;

namespace HotReload.FaultTests;

/// <summary>The server is killed with SIGKILL: the client starts a new one, the session goes on, no edit is lost.</summary>
[Platform("Linux")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
sealed class Fault37_ServerKilledTests
{
    int _guests;

    /// <summary>One program through all moments but those of a start: the same process to the end, whatever happens to its servers.</summary>
    [Test]
    public async Task The_session_goes_on_with_its_program_and_all_its_changes()
    {
        await using var program = await LiveProgram.StartAsync("console");
        Assert.That((await program.SaveAsync("Board.cs", "Hello", "Hi")).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        Assert.That((await program.ApplyUnsavedAsync("Conversation.cs", "Welcome", "Greetings")).Generation, Is.EqualTo(2));
        await AskAsync(program, "Ada", "Greetings");

        // Idle. What is typed while there is no server is part of the next apply.
        await program.Editor.KillServerAsync();
        await program.Editor.ReplaceAsync("Conversation.cs", "Greetings", "Good day");
        await GoesOnAsync(program, generation: 2);
        await AskAsync(program, "Grace", "Greetings");
        var next = await program.Editor.ApplyAsync();
        Assert.That((next.Outcome, next.Generation), Is.EqualTo((ReloadOutcome.Applied, 3)), next.Message);
        await AskAsync(program, "Edsger", "Good day");

        // While a save is compiled: its text is on disk, and reaches the program without being saved again.
        await program.Editor.ReplaceAsync("Board.cs", "Hi", "Salut");
        await program.Editor.SaveAsync("Board.cs");
        await program.Editor.StatusAsync(SessionState.Compiling);
        await program.Editor.KillServerAsync();
        await GoesOnAsync(program);
        await program.Editor.OutputContainingAsync("Salut, ");

        // Between apply and commit: only the program knows whether it has taken the change.
        await program.Editor.ReplaceAsync("Board.cs", "Salut", "Servus");
        await program.Editor.SaveAsync("Board.cs");
        await program.Editor.StatusAsync(SessionState.Applying);
        await program.Editor.KillServerAsync();
        await GoesOnAsync(program);
        await program.Editor.OutputContainingAsync("Servus, ");

        // Errors hold a change before and after.
        await program.Editor.ReplaceAsync("Board.cs", "guests\"", "visitors\";;}");
        Assert.That((await program.Editor.ApplyAsync()).Outcome, Is.EqualTo(ReloadOutcome.Held));
        await program.Editor.KillServerAsync();
        await GoesOnAsync(program);
        await program.Editor.ReplaceAsync("Board.cs", "visitors\";;}", "visitors\"");
        var mended = await program.Editor.ApplyAsync();
        Assert.That(mended.Outcome, Is.EqualTo(ReloadOutcome.Applied), mended.Message);
        await program.Editor.OutputContainingAsync(" visitors [");
        await AskAsync(program, "Barbara", "Good day");

        // The same text in a program that was started with it says the same.
        Assert.That((await program.Editor.RestartAsync(RestartState.Fresh)).Outcome, Is.EqualTo(ReloadOutcome.Restarted));
        _guests = 0;
        await program.Editor.OutputContainingAsync("Servus, 0 visitors", program.Mark());
        await AskAsync(program, "Ada", "Good day");
    }

    /// <summary>The next server knows what the build has left, which is older than what the one before has emitted.</summary>
    [Test]
    public async Task What_a_restart_has_emitted_is_in_the_next_one_too()
    {
        await using var program = await LiveProgram.StartAsync("solution", "Bakery.App/Bakery.App.csproj");
        Assert.That((await program.SaveAsync("Bakery.Recipes/Recipe.cs", "{Name} of", "{Name}, freshly baked,")).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        Assert.That((await program.Editor.RestartAsync(RestartState.Fresh)).Message, Does.StartWith("The program was started again with all text"));
        await program.Editor.KillServerAsync();
        Assert.That(await program.GoOnAsync(), Does.Contain("nothing was lost"), program.Editor.Log());
        await program.StartAgainAsync();

        Assert.That((await program.SaveAsync("Bakery.App/Oven.cs", "baked {", "made {")).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        var mark = program.Mark();
        Assert.That((await program.Editor.RestartAsync(RestartState.Fresh)).Outcome, Is.EqualTo(ReloadOutcome.Restarted));
        await program.Editor.OutputContainingAsync("made Rye, freshly baked, 850 g, loaf 1", mark);
    }

    /// <summary>What the analysis saw of a constant is not what the user wrote, and the next server comes to the same.</summary>
    [Test]
    public async Task A_constant_that_was_changed_has_its_value_for_the_next_server_too()
    {
        await using var program = await LiveProgram.StartAsync("solution", "Bakery.App/Bakery.App.csproj");
        Assert.That((await program.SaveAsync("Bakery.Units/Words.cs", "\"loaf\"", "\"bread\"")).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        await program.Editor.KillServerAsync();
        await GoesOnAsync(program, generation: 1);
        var next = await program.ApplyUnsavedAsync("Bakery.App/Oven.cs", "baked {", "made {");
        Assert.That((next.Outcome, next.Generation), Is.EqualTo((ReloadOutcome.Applied, 2)), next.Message);
        await program.Editor.OutputContainingAsync("made Rye of 850 g, bread ");
    }

    /// <summary>Nor are the declarations that the program has kept, or has otherwise than the analysis would allow.</summary>
    [Test]
    public async Task Declarations_that_the_program_keeps_are_kept_by_the_next_server_too()
    {
        await using var program = await LiveProgram.StartAsync("solution", "Bakery.App/Bakery.App.csproj");
        Assert.That((await program.SaveAsync("Bakery.Units/IScale.cs", "grams);", "grams);\n    int Count(int grams);")).Outcome, Is.EqualTo(ReloadOutcome.Held));
        Assert.That((await program.SaveAsync("Bakery.Recipes/KitchenScale.cs", "new(grams);", "new(grams);\n    public int Count(int grams) => grams;")).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        Assert.That((await program.SaveAsync("Bakery.App/Oven.cs", "private set;", "set;")).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        await program.Editor.KillServerAsync();
        await GoesOnAsync(program, generation: 2);

        await program.Editor.ReplaceAsync("Bakery.App/Oven.cs", "    readonly IScale _scale = Scales.ForKitchen();", "");
        await program.Editor.ReplaceAsync("Bakery.App/Oven.cs", "_scale.Weigh", "Scales.ForKitchen().Weigh");
        await program.Editor.ReplaceAsync("Bakery.App/Oven.cs", "baked {recipe.Title()}", "baked {Scales.ForKitchen().Count(7)}");
        var next = await program.Editor.ApplyAsync();
        Assert.That((next.Outcome, next.Generation), Is.EqualTo((ReloadOutcome.Applied, 3)), next.Message);
        await program.Editor.OutputContainingAsync("baked 7, loaf ");
        await program.Editor.KillServerAsync();
        await GoesOnAsync(program, generation: 3);

        await program.Editor.ReplaceAsync("Bakery.App/Oven.cs", "baked {", "made {");
        await program.Editor.ReplaceAsync("Bakery.App/Oven.cs", "Words.Loaf", "nameof(Baked)");
        await program.Editor.OpenAsync("Bakery.Units/Words.cs", "namespace Bakery.Units;\n");
        Assert.That((await program.Editor.ApplyAsync()).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        await program.Editor.OutputContainingAsync("made 7, Baked ");
        await program.Editor.KillServerAsync();
        await GoesOnAsync(program, generation: 4);

        await program.Editor.ReplaceAsync("Bakery.App/Oven.cs", "nameof(Baked)", "Words.Bread");
        await program.Editor.SetTextAsync("Bakery.Units/Words.cs", "namespace Bakery.Units;\n\npublic static class Words\n{\n    public static string Bread => \"bread\";\n}\n");
        Assert.That((await program.Editor.ApplyAsync()).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        await program.Editor.OutputContainingAsync("made 7, bread ");
    }

    /// <summary>While the program is restarted, and while it is started for the first time.</summary>
    [Test]
    public async Task A_start_that_is_cut_off_is_made_again()
    {
        await using var program = await LiveProgram.StartAsync("keeper");
        var first = program.Session.Processes.Single();
        await program.Web.UpAsync("/basket");
        await program.Web.PostAsync("/basket/tea");
        await program.ApplyUnsavedAsync("Till.cs", "return text.Length;", "return 2 * text.Length;");
        var restart = program.Editor.RestartAsync();
        await program.Editor.StatusAsync(SessionState.Starting);
        await program.Editor.KillServerAsync();
        Assert.ThrowsAsync<Testing.Waiting.HopelessWaitException>(() => restart);

        // What the program had marked was taken before it ended, and is not lost with the server.
        Assert.That(await program.GoOnAsync(), Does.Contain("started again with all text; the state of Keeper.Basket was carried over"));
        var again = await program.StartAgainAsync();
        Assert.That(again.Processes.Single(), Is.Not.EqualTo(first));
        await AnswersAsync(program, basket: "tea", price: "4");
        Assert.That(
            (await program.Editor.RecoveriesAsync()).Select(entry => (entry.Fault, entry.Step, entry.Outcome)),
            Is.EqualTo(new[]
            {
                (Fault.ServerLost, RecoveryAction.RestartEngine, RecoveryOutcome.Failed),
                (Fault.ServerLost, RecoveryAction.RestartProgram, RecoveryOutcome.Recovered),
            }));

        // What nobody could rely on is not relied on: the program ends, and the next one has all text. The state of the restart before is
        // an old one by now.
        await program.Editor.KillServerAsync();
        await DamageJournalAsync(again.Processes.Single());
        Assert.That(await program.GoOnAsync(), Does.Contain("its journal could not be used").And.Not.Contain("carried over"));
        await AnswersAsync(program, basket: "", price: "2");
        Assert.That((await program.Editor.ApplyAsync()).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        await AnswersAsync(program, basket: "", price: "4");
    }

    static async Task AnswersAsync(LiveProgram program, string basket, string price)
    {
        await program.Web.UpAsync("/basket");
        Assert.That(await program.Web.GetAsync("/basket"), Is.EqualTo(basket));
        Assert.That(await program.Web.GetAsync("/price/ab"), Is.EqualTo(price));
    }

    static async Task DamageJournalAsync(int process)
    {
        await using var file = File.OpenWrite(SessionFolders.FindJournal(process)!);
        file.Write("of another version"u8);
    }

    /// <summary>Starts the next server; the session is the same there, with the same process.</summary>
    static async Task GoesOnAsync(LiveProgram program, int? generation = null)
    {
        Assert.That(await program.GoOnAsync(), Does.Contain("nothing was lost"), program.Editor.Log());
        var joined = await program.StartAgainAsync();
        Assert.That(joined.Id, Is.EqualTo(program.Session.Id));
        Assert.That(joined.Processes, Is.EqualTo(program.Session.Processes));
        Assert.That(generation is null || joined.Generation == generation, $"Generation {joined.Generation}");
    }

    async Task AskAsync(LiveProgram program, string name, string greeting)
    {
        await program.Editor.InputAsync(name + "\n");
        var answer = await program.Editor.OutputContainingAsync($"{name}, you are", 0);
        Assert.That(answer, Is.EqualTo($"{greeting} {name}, you are guest {++_guests}"));
    }
}
