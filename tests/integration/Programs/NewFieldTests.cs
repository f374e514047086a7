using HotReload.Core.State;

namespace HotReload.IntegrationTests;

/// <summary>Fields that an edit adds, in objects that the program has made before.</summary>
sealed class NewFieldTests
{
    /// <summary>A machine that does much else beside takes longer than anybody would wait for.</summary>
    static readonly InitializationOptions s_options = new(NewFieldsBudget: 30_000);

    LiveProgram _program = null!;

    [SetUp]
    public async Task Start()
    {
        _program = await Shared.Server.StartAsync("keeper", options: s_options);
        await _program.Web.UpAsync("/cart");
        await _program.Web.PostAsync("/cart/tea");
        await _program.Web.GetAsync("/shelf");
    }

    [TearDown]
    public async Task Stop() => await _program.DisposeAsync();

    [Test]
    public async Task A_field_of_a_singleton_has_its_initializers_value()
    {
        var result = await _program.ApplyUnsavedAsync(
            "Cart.cs", "public string Describe() => $\"{_items.Count} items\";",
            """
            private readonly string _currency = "EUR";
                private readonly Dictionary<string, int> _prices = new() { ["tea"] = 3 };
                public List<int> Sizes { get; } = [1, 2, 3];

                public string Describe() => $"{_items.Count} items at {_prices["tea"]} {_currency}, {Sizes.Count} sizes";
            """);

        Assert.That(await _program.Web.GetAsync("/cart"), Is.EqualTo("1 items at 3 EUR, 3 sizes"), result.Message + State(result));
        Is_migrated(result, "Cart", 1);
    }

    [Test]
    public async Task A_static_field_has_its_initializers_value()
    {
        var result = await _program.ApplyUnsavedAsync(
            "Shelf.cs", "public static string Describe() => string",
            """
            private static readonly string[] Signs = ["<", ">"];
                private static int s_width = 7;

                public static string Describe() => s_width + Signs[0] + Signs[1] + string
            """);

        Assert.That(await _program.Web.GetAsync("/shelf"), Is.EqualTo("7<>Emma, Ulysses"), result.Message + State(result));
        Is_migrated(result, "Shelf", null);
    }

    [Test]
    public async Task A_field_of_a_hosted_service_has_its_initializers_value()
    {
        var result = await _program.ApplyUnsavedAsync(
            "Ticker.cs", "public string Describe() => $\"ticked {_ticks > 0}\";",
            """
            private readonly TimeSpan _period = TimeSpan.FromSeconds(2);
                private readonly object _gate = new();

                public string Describe() => $"every {_period}, gate {_gate is not null}";
            """);

        Assert.That(await _program.Web.GetAsync("/ticker"), Is.EqualTo("every 00:00:02, gate True"), result.Message + State(result));
        Is_migrated(result, "Ticker", 1);
    }

    [Test]
    public async Task Objects_in_a_static_list_have_a_new_propertys_value_each_its_own()
    {
        var result = await _program.ApplyUnsavedAsync(
            "Shelf.cs", "public string Describe() => Title;",
            """
            public List<string> Readers { get; } = new();
                public string Shelfmark { get => field; set => field = value; } = "none";

                public string Describe()
                {
                    Readers.Add(Title);
                    return $"{Title} {Shelfmark} {Readers.Count}";
                }
            """);

        Assert.That(await _program.Web.GetAsync("/shelf"), Is.EqualTo("Emma none 1, Ulysses none 1"), result.Message + State(result));
        Is_migrated(result, "Book", 2);
    }

    [Test]
    public async Task What_no_initializer_can_be_run_for_is_set_by_the_users_own_method()
    {
        var first = await _program.ApplyUnsavedAsync(
            "Shelf.cs", "public string Describe() => Title;",
            "public string Initial { get; } = title[..1];\n\n    public string Describe() => $\"[{Initial}] {Title}\";");
        Assert.That(await _program.Web.GetAsync("/shelf"), Is.EqualTo("[] Emma, [] Ulysses"), first.Message);
        Assert.That((first.State.Fate, first.State.Types.Single(type => type.Type == "Book").Reason), Is.EqualTo((StateFate.Defaulted,
            "Initial: objects made before the reload hold the default value; a [MigrateState] method can set it")));

        await _program.Editor.ReplaceAsync("Shelf.cs", "public string Initial { get; }", "public string Initial { get; private set; }");
        await _program.Editor.ReplaceAsync(
            "Shelf.cs", "    public string Describe() => $",
            "    [MigrateState]\n    private static void SetInitial(Book book) => book.Initial = book.Title[..1];\n\n    public string Describe() => $");
        await _program.Editor.ReplaceAsync("Shelf.cs", "namespace Keeper;", "namespace Keeper;\n\npublic sealed class MigrateStateAttribute : Attribute;");
        var second = await _program.Editor.ApplyAsync();

        Assert.That(await _program.Web.GetAsync("/shelf"), Is.EqualTo("[E] Emma, [U] Ulysses"), second.Message + State(second));
        Is_migrated(second, "Book", 2);
    }

    [Test]
    public async Task Where_the_setting_says_so_they_hold_the_default()
    {
        await _program.Editor.NotifyAsync(
            "workspace/didChangeConfiguration", new { settings = new { hotReload = new InitializationOptions(NewFields: NewFieldsPolicy.Default) } });
        var result = await _program.ApplyUnsavedAsync(
            "Cart.cs", "public string Describe() => $\"{_items.Count} items\";",
            "private readonly int _price = 3;\n\n    public string Describe() => $\"{_items.Count} items at {_price}\";");

        Assert.That(await _program.Web.GetAsync("/cart"), Is.EqualTo("1 items at 0"));
        Assert.That(result.State.Fate, Is.EqualTo(StateFate.Defaulted));
    }

    [Test]
    public async Task A_program_that_is_started_again_runs_its_initializers_itself()
    {
        await _program.ApplyUnsavedAsync(
            "Shelf.cs", "public static string Describe() => string",
            "private static readonly string Sign = string.Concat(\"<\", Environment.ProcessId);\n\n    public static string Describe() => Sign + string");

        var restarted = await _program.Editor.RestartAsync();

        Assert.That(restarted.Outcome, Is.EqualTo(ReloadOutcome.Restarted), restarted.Message);
        await _program.Web.UpAsync("/shelf");
        Assert.That(await _program.Web.GetAsync("/shelf"), Is.EqualTo($"<{await _program.Web.GetAsync("/process")}Emma, Ulysses"));
    }

    static void Is_migrated(ReloadResult result, string type, int? objects)
    {
        var state = result.State.Types.Single(item => item.Type == type);
        Assert.Multiple(() =>
        {
            Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied), result.Message);
            Assert.That((state.Fate, state.Objects), Is.EqualTo((StateFate.Migrated, objects)), State(result));
            Assert.That(result.State.Milliseconds, Is.Positive);
            Assert.That(result.Processes.Single().State.Complete, Is.True);
        });
    }

    static string State(ReloadResult result) =>
        $"\n{string.Join('\n', result.State.Types)}\n{string.Join('\n', result.Processes.Select(process => process.State))}";
}
