namespace HotReload.FaultTests;

/// <summary><c>untitled:</c>, <c>git:</c>, UNC: no reload, no exception. The cases share one program.</summary>
sealed class Fault18_ForeignDocumentsTests
{
    LiveProgram _program = null!;
    string _greeting = "Hello";

    EditorClient Editor => _program.Editor;

    [OneTimeSetUp]
    public async Task Start()
    {
        _program = await Shared.Server.StartAsync("console");
        await Editor.OpenAsync("Board.cs");
    }

    [OneTimeTearDown]
    public async Task End() => await _program.DisposeAsync();

    [TestCase("untitled:Untitled-1")]
    [TestCase("git:/home/someone/Board.cs?%7B%22ref%22%3A%22HEAD%22%7D")]
    [TestCase("file://server/share/Board.cs")]
    [TestCase("vscode-notebook-cell:/home/someone/Notes.ipynb#W0sZmlsZQ")]
    public async Task A_document_that_is_no_file_of_the_program_reloads_nothing(string uri)
    {
        await Editor.OpenAsync(uri, "class Foreign { }");
        await Editor.TypeAsync(uri, "Foreign", "er");
        await Editor.NotifyAsync("textDocument/didSave", new { textDocument = new { uri } });

        var nothing = await Editor.ApplyAsync();

        Assert.That(nothing.Outcome, Is.EqualTo(ReloadOutcome.NoChange), nothing.Message);
        await Editor.CloseAsync(uri);
        var alive = $"{_greeting}, alive";
        await Editor.ReplaceAsync("Board.cs", _greeting, alive);
        _greeting = alive;
        var next = await Editor.ApplyAsync();
        Assert.That(next.Outcome, Is.EqualTo(ReloadOutcome.Applied), next.Message);
        await Editor.OutputContainingAsync($"{alive}, 0 guests");
    }
}
