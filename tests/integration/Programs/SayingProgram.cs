using HotReload.Testing.Fixtures;

namespace HotReload.IntegrationTests;

/// <summary>A program that says what any of its types says, so that each test has a type and a file of its own.</summary>
sealed class SayingProgram(LiveProgram program) : IAsyncDisposable
{
    int _asked;

    public LiveProgram Live => program;

    public EditorClient Editor => program.Editor;

    public Fixture Fixture => program.Fixture;

    public static async Task<SayingProgram> StartAsync(string fixture, string project) => new(await Shared.Server.StartAsync(fixture, project));

    /// <summary>The answer of a type, "nobody" where the program has no such type.</summary>
    public async Task<string> AskAsync(string type)
    {
        var question = $"{type} #{++_asked}";
        await Editor.InputAsync(question + "\n");
        var line = await Editor.OutputContainingAsync(question + ": ");
        return line[(question.Length + 2)..].Trim();
    }

    /// <summary>What the server says from now on, until the next result that matches.</summary>
    public async Task<ReloadResult> OnlyResultAsync(Action change)
    {
        var before = Editor.Heard.Results.Count;
        change();
        var result = await Editor.NextResultAsync();
        Assert.That(Editor.Heard.Results.Count - before, Is.EqualTo(1), Editor.Log);
        return result;
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
