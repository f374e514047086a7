namespace HotReload.FaultTests;

/// <summary><c>untitled:</c>, <c>git:</c>, UNC: no reload, no exception.</summary>
sealed class Fault18_ForeignDocumentsTests
{
    [TestCase("untitled:Untitled-1")]
    [TestCase("git:/home/someone/Board.cs?%7B%22ref%22%3A%22HEAD%22%7D")]
    [TestCase("file://server/share/Board.cs")]
    [TestCase("vscode-notebook-cell:/home/someone/Notes.ipynb#W0sZmlsZQ")]
    public async Task A_document_that_is_no_file_of_the_program_reloads_nothing(string uri)
    {
        await using var program = await LiveProgram.StartAsync("console");
        await program.Editor.OpenAsync(uri, "class Foreign { }");
        await program.Editor.TypeAsync(uri, "Foreign", "er");
        await program.Editor.NotifyAsync("textDocument/didSave", new { textDocument = new { uri } });

        var nothing = await program.Editor.ApplyAsync();

        Assert.That(nothing.Outcome, Is.EqualTo(ReloadOutcome.NoChange), nothing.Message);
        await program.Editor.CloseAsync(uri);
        var next = await program.ApplyUnsavedAsync("Board.cs", "Hello", "Alive");
        Assert.That(next.Outcome, Is.EqualTo(ReloadOutcome.Applied), next.Message);
        await program.Editor.OutputContainingAsync("Alive, 0 guests");
    }
}
